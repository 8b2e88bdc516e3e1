package main

import (
	"context"
	"fmt"
	"net"

	"github.com/coreos/go-systemd/v22/activation"
)

// listen takes the socket that systemd holds for the program, or opens one.
// A socket that is held outlives the program: visitors who come between two
// runs wait in its queue.
func listen(ctx context.Context, address string) (net.Listener, error) {
	held, err := activation.Listeners()
	if err != nil {
		return nil, fmt.Errorf("take the socket of systemd: %w", err)
	}
	switch {
	case len(held) > 1:
		return nil, fmt.Errorf("take the socket of systemd: it passes %d sockets: name one address in the socket unit", len(held))
	case len(held) == 1 && held[0] == nil:
		return nil, fmt.Errorf("take the socket of systemd: it is not one that listens: use ListenStream in the socket unit")
	case len(held) == 1:
		return held[0], nil
	}
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	return listener, nil
}
