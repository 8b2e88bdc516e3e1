package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/webauthn"
	"github.com/chromedp/chromedp"
)

// Device keeps passkeys for a browser. Somebody is always there to touch it.
type Device struct {
	page *Page
	id   webauthn.AuthenticatorID
}

// Device gives the browser a device with passkeys that knows its owner.
func (p *Page) Device() *Device {
	p.t.Helper()
	d := &Device{page: p}
	p.do("plug in a device", set(webauthn.Enable, webauthn.EnableParams{}), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		added, err := cdp.Call(ctx, target, webauthn.AddVirtualAuthenticator, webauthn.AddVirtualAuthenticatorParams{Options: &webauthn.VirtualAuthenticatorOptions{
			Protocol: webauthn.AuthenticatorProtocolCtap2, Transport: webauthn.AuthenticatorTransportInternal,
			HasResidentKey: true, HasUserVerification: true, IsUserVerified: true, AutomaticPresenceSimulation: true,
		}})
		d.id = added.AuthenticatorID
		return err
	}))
	return d
}

// Knows says whether the device takes whoever is there for its owner.
func (d *Device) Knows(owner bool) {
	d.page.t.Helper()
	d.page.do("hold a finger on the device", set(webauthn.SetUserVerified, webauthn.SetUserVerifiedParams{AuthenticatorID: d.id, IsUserVerified: owner}))
}

// Claims says whether the device tells sites that it asked nobody.
func (d *Device) Claims(nobodyAsked bool) {
	d.page.t.Helper()
	d.page.do("change what the device says", set(webauthn.SetResponseOverrideBits, webauthn.SetResponseOverrideBitsParams{AuthenticatorID: d.id, IsBadUV: &nobodyAsked}))
}
