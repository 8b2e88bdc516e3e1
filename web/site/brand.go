package site

import (
	"net/url"
	"strconv"
)

// Where owners set the brand.
const (
	AdminBrand        = "/admin/brand"
	AdminBrandLogos   = "/admin/brand/logos"
	AdminBrandRemoval = "/admin/brand/removal"
	AdminBrandSample  = "/admin/brand/sample.css" // of colours that are not saved yet
)

// BrandSampleStyle is the style sheet of two colours.
func BrandSampleStyle(light, dark string) string {
	return AdminBrandSample + "?" + url.Values{"light": {light}, "dark": {dark}}.Encode()
}

// RevisionParameter makes the address of what the brand serves new each time the
// brand is saved, so that browsers may keep what they have.
const RevisionParameter = "v"

// BrandStyle is the style sheet of a revision of the brand.
func BrandStyle(revision int64) string { return BrandSheet + atRevision(revision) }

// BrandLogo is the logo of a revision of the brand, for light pages or dark ones.
func BrandLogo(revision int64, dark bool) string {
	if dark {
		return BrandLogoDark + atRevision(revision)
	}
	return BrandLogoLight + atRevision(revision)
}

func atRevision(revision int64) string {
	return "?" + RevisionParameter + "=" + strconv.FormatInt(revision, 10)
}
