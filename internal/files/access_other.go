//go:build !unix

package files

import "os"

// NoFollow is for systems that know it.
const NoFollow = 0

func access(path string, _ uint32) error {
	_, err := os.Stat(path)
	return err
}
