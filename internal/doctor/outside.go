package doctor

import (
	"fmt"
	"time"

	"whichpm/internal/upkeep"
)

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

// usualEvery is how old a backup may be where nobody said how often.
const usualEvery = 24 * time.Hour

func (in Installation) backups() Finding {
	if in.BackupDir == "" {
		return Finding{Look, "backups", "none are made by the server", "give --backup-dir and --backup-every, and see docs/operations.md for a copy on another machine"}
	}
	every := in.BackupEvery
	if every == 0 {
		every = usualEvery
	}
	path, at, err := upkeep.Newest(in.BackupDir, upkeep.BackupName(in.DB))
	switch age := in.Now.Sub(at); {
	case err != nil:
		return Finding{Wrong, "backups", err.Error(), "create the folder, or correct --backup-dir"}
	case !mayWrite(in.BackupDir):
		return Finding{Wrong, "backups", in.BackupDir + " cannot be written to", "let this program’s user write to it"}
	case path == "":
		return Finding{Look, "backups", "there is none yet in " + in.BackupDir, "look again once the server has run; its log says if one failed"}
	case age > 2*every:
		return Finding{
			Wrong, "backups", fmt.Sprintf("the newest, %s, is %s old", path, age.Round(time.Minute)),
			"see that the server runs; its log says why a backup failed",
		}
	default:
		return ok("backups", "the newest is %s", path)
	}
}
