package doctor

func (in Installation) address() Finding {
	switch u := in.PublicURL; {
	case u == nil:
		return Finding{Look, "public URL", "none: links use the host each visitor asked for, with http", "behind HTTPS, give --public-url=https://…"}
	case u.Scheme != "https":
		return Finding{Look, "public URL", u.String() + " is not HTTPS: cookies and links can be read on the way", "let a proxy do HTTPS and give --public-url=https://…"}
	default:
		return ok("public URL", "%s", u)
	}
}
