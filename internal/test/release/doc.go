// Package release holds no code, only tests: what make build makes, read line
// by line against the Dockerfile and run as an image would run it, from a
// folder that holds nothing else. No container engine is needed.
package release
