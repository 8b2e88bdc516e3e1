// Package ui holds the frame of every page and the pieces pages are made of:
// form fields, buttons, tags, tables and bars. It shows what it is given and
// knows no page.
package ui
