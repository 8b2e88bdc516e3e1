package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// findNginx is nginx of this machine, or Debian's package unpacked where the
// databases are: nothing is installed or started.
func (b *bench) findNginx(ctx context.Context) (string, error) {
	if path, err := exec.LookPath("nginx"); err == nil {
		return path, nil
	}
	if path := "/usr/sbin/nginx"; executable(path) {
		return path, nil
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	folder := filepath.Join(b.dir, "nginx")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return "", fmt.Errorf("unpack nginx: %w", err)
	}
	get := exec.CommandContext(ctx, "sh", "-c", "apt-get download nginx >/dev/null 2>&1 && dpkg -x nginx_*.deb . && usr/sbin/nginx -v 2>/dev/null")
	get.Dir = folder
	if err := get.Run(); err != nil {
		return "", errors.New("nginx is not here, and apt-get cannot fetch it")
	}
	return filepath.Join(folder, "usr/sbin/nginx"), nil
}

func executable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode()&0o111 != 0
}

// nginx serves the answers as files, with the same headers and a log.
func (b *bench) nginx(ctx context.Context, byPath map[string]replayed) (*child, error) {
	program, err := b.findNginx(ctx)
	if err != nil {
		return nil, err
	}
	address, err := freeAddress(ctx)
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(b.dir, "files")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make a folder for nginx: %w", err)
	}
	settings, err := writeNginx(folder, address, byPath)
	if err != nil {
		return nil, err
	}
	c, err := b.child(ctx, program, "-p", folder, "-c", settings, "-e", filepath.Join(folder, "error.log"))
	if err != nil {
		return nil, err
	}
	c.address = address
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start nginx: %w", err)
	}
	for path := range byPath {
		if err := untilAnswer(ctx, address, ask{path: path}.write(address, 200)); err != nil {
			c.stop()
			return nil, fmt.Errorf("nginx does not start: %w", err)
		}
	}
	return c, nil
}

const nginxSettings = `daemon off;
worker_processes auto;
%spid %[2]s/pid;
events { worker_connections 1024; }
http {
	sendfile on;
	tcp_nopush on;
	open_file_cache max=100;
	etag off;
	if_modified_since off;
	keepalive_requests 1000000000;
	access_log %[2]s/access.log;
	client_body_temp_path %[2]s/temp1;
	proxy_temp_path %[2]s/temp2;
	fastcgi_temp_path %[2]s/temp3;
	uwsgi_temp_path %[2]s/temp4;
	scgi_temp_path %[2]s/temp5;
	server {
		listen %[3]s;
		root %[2]s;
%[4]s	}
}
`

// writeNginx writes the files and the settings, and says where those are.
func writeNginx(folder, address string, byPath map[string]replayed) (string, error) {
	var places strings.Builder
	n := 0
	for path, answer := range byPath {
		n++
		file := fmt.Sprintf("file%d", n)
		if err := os.WriteFile(filepath.Join(folder, file), answer.Body, 0o600); err != nil {
			return "", fmt.Errorf("write a file for nginx: %w", err)
		}
		fmt.Fprintf(&places, "\t\tlocation = %s {\n\t\t\talias %s/%s;\n\t\t\ttypes { }\n\t\t\tdefault_type \"%s\";\n", path, folder, file, answer.Header.Get("Content-Type"))
		for name, values := range answer.Header {
			if name == "Content-Type" || name == "Content-Length" {
				continue
			}
			for _, value := range values {
				fmt.Fprintf(&places, "\t\t\tadd_header %s '%s' always;\n", name, strings.NewReplacer(`\`, `\\`, `'`, `\'`, `$`, ``).Replace(value))
			}
		}
		places.WriteString("\t\t}\n")
	}
	user := ""
	if os.Getuid() == 0 {
		user = "user root;\n" // else the worker may not read our folder
	}
	settings := filepath.Join(folder, "nginx.conf")
	if err := os.WriteFile(settings, fmt.Appendf(nil, nginxSettings, user, folder, address, places.String()), 0o600); err != nil {
		return "", fmt.Errorf("write the settings of nginx: %w", err)
	}
	return settings, nil
}
