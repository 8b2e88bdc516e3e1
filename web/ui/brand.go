package ui

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/a-h/templ"

	"whichpm/internal/brand"
	"whichpm/web/words"
)

type brandKey struct{}

// WithBrand gives the pages that are drawn with this context the look of a host,
// nil for ours. It stands in no page's own values: no page has to hand it on.
func WithBrand(ctx context.Context, b *brand.Brand) context.Context {
	return context.WithValue(ctx, brandKey{}, b)
}

// BrandOf is the look that pages are drawn with, nil for ours.
func BrandOf(ctx context.Context) *brand.Brand {
	b, _ := ctx.Value(brandKey{}).(*brand.Brand)
	return b
}

// siteName is what the site calls itself on a page.
func siteName(ctx context.Context) string {
	if b := BrandOf(ctx); b != nil {
		return b.Name
	}
	return SiteName
}

// AddressLabel is what a link to an address says: of a mail, the address.
func AddressLabel(address string) string {
	mail, is := strings.CutPrefix(address, "mailto:")
	if !is {
		return strings.TrimSuffix(strings.TrimPrefix(address, "https://"), "/")
	}
	mail, _, _ = strings.Cut(mail, "?")
	return mail
}

// OfBrand marks a text of the brand where it is in another language than the page.
func OfBrand(l words.Language, tag string) templ.Attributes {
	if tag == "" || tag == l.Tag() {
		return nil
	}
	return Written(tag)
}

// BrandSheet is the style sheet of a brand for what a selector names: all pages, or
// a picture of some.
func BrandSheet(selector string, s brand.Settings) string {
	either := func(light, dark, ours string) string {
		return fmt.Sprintf("light-dark(%s, %s)", cmp.Or(light, ours), cmp.Or(dark, ours))
	}
	colours := fmt.Sprintf("%s { --link: %s; --action: %s; --on-action: %s }\n", selector, either(s.Light, s.Dark, "var(--role1)"),
		either(s.Light, s.Dark, "var(--ink)"), either(brand.TextOn(s.Light), brand.TextOn(s.Dark), "var(--bg)"))
	return colours + logoByTheme
}

// logoByTheme shows the logo that fits the theme, which the device or the reader
// chose.
const logoByTheme = `.brand .on-dark, :root[data-theme=dark] .brand .on-light { display: none }
:root[data-theme=dark] .brand .on-dark { display: block }
@media (prefers-color-scheme: dark) {
:root:not([data-theme=light]) .brand .on-dark { display: block }
:root:not([data-theme=light]) .brand .on-light { display: none }
}
`
