package quiz

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// FromJobData reports whether what pages say by themselves is true of the
// version: that its numbers rest on published job data. Such are those that the
// program comes with. Of a place that somebody moved, added or learnt from
// results only its source says where it comes from.
func (v *Version) FromJobData() bool {
	if v.About.NoJobs || v.About.RestsOn != "" {
		return false
	}
	for _, r := range v.Roles {
		for d, p := range r.Profile {
			if p.Weight != 0 && !slices.Contains(jobData, placeHash(r.Key, d, p)) {
				return false
			}
		}
	}
	return true
}

// placeHash stands for where a role stands on a dimension, and for the source of
// that. How much the place counts is no finding about jobs.
func placeHash(role, dimension string, p Profile) string {
	return hashOf(fmt.Sprintf("%s\n%s\n%v\n%v\n%v\n%s", role, dimension, p.Mean, p.Spread, p.SE, p.Source))
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// SourceOutgrown reports whether a place still names published job data as its source,
// though the number is not the one from there: somebody moved it, or copied it from
// another role.
func (r Role) SourceOutgrown(dimension string) bool {
	p := r.Profile[dimension]
	return slices.Contains(jobSources, hashOf(dimension+"\n"+p.Source)) && !slices.Contains(jobData, placeHash(r.Key, dimension, p))
}

// jobData are the places of the content that this release and earlier ones came
// with. A release that comes with others from published job data adds theirs.
var jobData = []string{
	"872b78150aa2e61f", "cd21d5fd048ed4d7", "10b60a205fa1bb8d", "b83276d3a7bf4a44",
	"671de533091088c7", "51619e0870cfde89", "01e8c50a2ee791cf", "4042c1fb814803c4",
	"8d624b066731acd5", "b43b755f0fbbf56e", "85f2ae7acd6e8731", "0d2bfc9e3601e9ac",
	"b88c0c3998e3e9d8", "91b89564c2271d65",
}

// jobSources are the sources that these places name, each with its dimension.
var jobSources = []string{
	"603c2a4262e2f77d", "07c0c95b78e7e019", "bccdfd8c97f68ef0", "448008d7807fa517",
	"5abbab520329f066", "5dd64dce1385b146", "cd64d1118cc550aa",
}
