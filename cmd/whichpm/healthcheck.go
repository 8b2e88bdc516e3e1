package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"whichpm/web/site"
)

type healthcheckCmd struct {
	Addr string `arg:"--addr,env:WHICHPM_ADDR" default:"127.0.0.1:8080" help:"Address and port the server listens on."`
}

// Run asks once. An address that listens everywhere is asked on this machine.
func (c *healthcheckCmd) Run(ctx context.Context, _ streams) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	host, port, err := net.SplitHostPort(c.Addr)
	if err != nil {
		return fmt.Errorf("read the address: %w", err)
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort(host, port)+site.Readyz, nil)
	if err != nil {
		return fmt.Errorf("ask: %w", err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return fmt.Errorf("ask: %w", err)
	}
	defer response.Body.Close() //nolint:errcheck // nothing is read from it
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the server at %s is not ready: %s", c.Addr, response.Status)
	}
	return nil
}
