package auth

import "testing"

func FuzzPHC(f *testing.F) {
	for _, seed := range []string{
		"", "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5", "$argon2id$v=19$m=19456,t=2,p=1$$", "$$$$$",
		"$argon2id$v=19$m=+8,t=1,p=1$c2FsdHNhbHQ$a2V5a2V5a2V5", "$argon2id$v=19$m=8,t=1,p=256$c2FsdHNhbHQ$a2V5a2V5a2V5",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := parsePHC(text)
		if err != nil {
			return
		}
		if p.String() != text {
			t.Errorf("%q is written %q", text, p)
		}
		if p.cost.Memory > maxMemory || p.cost.Passes > maxPasses || p.cost.Threads > maxThreads || len(p.key) > maxLength {
			t.Errorf("%q may take all memory", text)
		}
	})
}
