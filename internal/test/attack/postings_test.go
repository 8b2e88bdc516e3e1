package attack_test

// posting is a form that the site accepts: where it is found, what is typed,
// and what comes back. Every pattern that takes POST has one, so that an
// attack is tried on a form that would be accepted.
type posting struct {
	key    string   // what {key} in the pattern stands for
	page   string   // that holds the form, "" where it holds nothing
	typed  []string // into it: name, value, …
	status int      // of the accepted form: 0 for 303
	before string   // what has to be so, see scene
	file   bool     // sent as multipart
	silent bool     // it stores nothing
	keeps  bool     // it keeps what was typed as it is, for whoever typed it
	blind  bool     // it reads nothing of the form
	query  string   // behind the path
}

var postings = map[string]posting{
	"/start":                          {typed: []string{"form", "full"}, silent: true},
	"/q/{n}":                          {page: "/q/1", typed: []string{"answer", "0"}, silent: true},
	"/rest":                           {before: "answered", silent: true},
	"/resume":                         {typed: []string{"token", "{token}"}, before: "answered", silent: true},
	"/result":                         {before: "answered"},
	"/result/{owner}/share":           {page: "/result/{owner}", typed: []string{"scope", "verdict"}},
	"/result/{owner}/share/removal":   {typed: []string{"share", "{share}"}},
	"/result/{owner}/outcome":         {page: "/result/{owner}", typed: []string{"role", "product_manager", "years", "3", "suits", "4", "consent", "on"}},
	"/result/{owner}/outcome/removal": {before: "told"},
	"/result/{owner}/removal":         {page: "/result/{owner}/removal"},
	"/result/{owner}/comparison":      {typed: []string{"link", "/r/{share}"}, silent: true},
	"/r/{share}/invitation":           {silent: true},

	"/g/{group}/invitation":                  {silent: true},
	"/result/{owner}/groups/{group}":         {page: "/result/{owner}/groups/{group}", typed: []string{"name", "Ada", "consent", "on"}},
	"/result/{owner}/groups/{group}/removal": {before: "joined"},

	"/groups":                                     {page: "/groups/new", typed: []string{"name", "Class"}},
	"/group/{organiser}/closing":                  {page: "/group/{organiser}/closing"},
	"/group/{organiser}/invitation":               {page: "/group/{organiser}"},
	"/group/{organiser}/members/{member}/removal": {page: "/group/{organiser}/members/{member}/removal"},
	"/group/{organiser}/removal":                  {page: "/group/{organiser}/removal"},

	"/admin/sign-in":                       {typed: []string{"email", "olga@example.org", "password", password}},
	"/admin/sign-in/code":                  {typed: []string{"code", "{code}"}, before: "code"},
	"/admin/sign-in/passkey":               {typed: []string{"answer", "{proof}"}, before: "passkey"},
	"/admin/sign-in/passkey/challenge":     {blind: true, status: 200},
	"/admin/sign-out":                      {blind: true},
	"/admin/account/password":              {page: "/admin/account/password", typed: []string{"current", password, "password", "basket tundra velvet", "again", "basket tundra velvet"}},
	"/admin/account/sessions/removal":      {blind: true},
	"/admin/account/second-factor":         {page: "/admin/account/second-factor", typed: []string{"code", "{code}", "current", password}, status: 200},
	"/admin/account/second-factor/removal": {typed: []string{"current", password}, before: "second factor"},
	"/admin/account/recovery-codes":        {typed: []string{"current", password}, before: "second factor", status: 200},
	"/admin/account/passkeys":              {typed: []string{"name", "Phone", "answer", "{new passkey}"}},
	"/admin/account/passkeys/challenge":    {page: "/admin/account/passkeys", typed: []string{"name", "Phone", "current", password}, status: 200},
	"/admin/account/passkeys/removal":      {typed: []string{"passkey", "{passkey}"}, before: "passkey"},
	"/admin/admins":                        {page: "/admin/admins", typed: []string{"email", "new@example.org", "role", "editor"}, status: 200},
	"/admin/admins/{id}/role":              {typed: []string{"role", "owner"}},
	"/admin/admins/{id}/removal":           {},
	"/admin/admins/{id}/return":            {before: "away"},
	"/admin/admins/{id}/reset":             {status: 200},

	"/admin/groups":         {page: "/admin/groups", typed: []string{"name", "Class"}},
	"/admin/brand":          {page: "/admin/brand", typed: []string{"name", "Ada"}},
	"/admin/brand/logos":    {page: "/admin/brand", typed: []string{"logo_light_removal", "on"}, before: "branded", file: true},
	"/admin/brand/removal":  {before: "branded", blind: true},
	"/admin/groups/removal": {typed: []string{"link", "/group/{organiser}", "sure", "yes"}},

	"/admin/draft":                          {before: "no draft"},
	"/admin/questions":                      {page: "/admin/questions"},
	"/admin/questions/{key}":                {key: "h1", page: "/admin/questions/{key}", typed: []string{"questions.h1.text", "Another wording."}},
	"/admin/questions/{key}/position":       {key: "h1", page: "/admin/questions", typed: []string{"to", "9"}},
	"/admin/questions/{key}/copy":           {key: "h1", page: "/admin/questions"},
	"/admin/questions/{key}/retirement":     {key: "h1", page: "/admin/questions"},
	"/admin/questions/{key}/removal":        {key: "h1", page: "/admin/questions/{key}/removal"},
	"/admin/questions-several":              {page: "/admin/questions", typed: []string{"question", "h1", "do", "retire"}},
	"/admin/questions-several/removal":      {typed: []string{"question", "h1", "revision", "{revision}"}},
	"/admin/dimensions/{key}/position":      {key: "horizon", page: "/admin/dimensions", typed: []string{"by", "0", "to", "3"}},
	"/admin/roles/{key}/position":           {key: "product_manager", page: "/admin/roles", typed: []string{"by", "0", "to", "2"}},
	"/admin/scenarios/{key}/position":       {key: "planner", page: "/admin/scenarios", typed: []string{"by", "0", "to", "3"}},
	"/admin/preview/questions/{key}":        {key: "h1", page: "/admin/preview/questions/{key}", silent: true, blind: true},
	"/admin/play":                           {page: "/admin/play", silent: true},
	"/admin/play/{revision}/{token}":        {page: "{play}", typed: []string{"answer", "0"}, silent: true},
	"/admin/dimensions":                     {page: "/admin/dimensions", typed: []string{"name", "Another"}},
	"/admin/dimensions/{key}":               {key: "horizon", page: "/admin/dimensions/{key}", typed: []string{"dimensions.horizon.name", "Another"}},
	"/admin/dimensions/{key}/removal":       {key: "horizon", page: "/admin/dimensions/{key}/removal"},
	"/admin/roles":                          {page: "/admin/roles", typed: []string{"name", "Another"}},
	"/admin/roles/{key}":                    {key: "product_manager", page: "/admin/roles/{key}", typed: []string{"roles.product_manager.short", "Other"}},
	"/admin/roles/{key}/removal":            {key: "another", page: "/admin/roles/{key}/removal", before: "third role"},
	"/admin/priors":                         {page: "/admin/roles", typed: []string{"roles.product_manager.prior", "0.4"}},
	"/admin/settings":                       {page: "/admin/settings", typed: []string{"title", "Another"}},
	"/admin/guide":                          {page: "/admin/guide", typed: []string{"guide.both_roles", "Another"}},
	"/admin/scenarios":                      {page: "/admin/scenarios", typed: []string{"name", "Another"}},
	"/admin/scenarios/{key}":                {key: "planner", page: "/admin/scenarios/{key}", typed: []string{"scenarios.planner.name", "Another"}},
	"/admin/scenarios/{key}/removal":        {key: "planner", page: "/admin/scenarios/{key}"},
	"/admin/new":                            {page: "/admin/new"},
	"/admin/new/title":                      {page: "/admin/new/title", typed: []string{"title", "Another"}},
	"/admin/new/language":                   {page: "/admin/new/language", typed: []string{"about.roles", "others"}},
	"/admin/new/roles":                      {page: "/admin/new/roles", typed: []string{"roles.product_manager.short", "Other"}},
	"/admin/new/dimensions":                 {page: "/admin/new/dimensions", typed: []string{"dimensions.horizon.name", "Another"}},
	"/admin/new/questions":                  {page: "/admin/new/questions", typed: []string{"questions.h1.text", "Another wording."}},
	"/admin/translations/{language}/{part}": {key: "title", page: "/admin/translations/{language}/{part}", typed: []string{"translations.de.title", "Ein anderer Titel"}},
	"/admin/translations/outdated":          {page: "/admin/translations/outdated", typed: []string{"small", "de.title"}, before: "changed"},
	"/admin/insight/recalibration":          {page: "/admin/insight/recalibration", before: "jobs"},
	"/admin/kept":                           {typed: []string{"title", "Another"}, query: "?to=/admin/settings&on=/admin/settings", status: 204, keeps: true},
	"/admin/kept/removal":                   {typed: []string{"to", "/admin/settings", "next", "/admin/settings"}, before: "kept"},
	"/admin/versions/draft/aside":           {page: "/admin/versions/draft/aside", typed: []string{"name", "Autumn"}},
	"/admin/drafts/{id}":                    {page: "/admin/drafts/{id}", typed: []string{"new_name", "Spring"}, before: "set aside"},
	"/admin/drafts/{id}/draft":              {before: "set aside"},
	"/admin/drafts/{id}/removal":            {blind: true, before: "set aside"},
	"/admin/draft/changes/undo":             {page: "/admin/draft/changes", before: "changed"},
	"/admin/draft/changes/redo":             {page: "/admin/draft/changes", before: "undone"},
	"/admin/versions/draft/removal":         {page: "/admin/versions/draft/removal"},
	"/admin/versions/{version}/draft":       {blind: true, before: "no draft"},
	"/admin/publication":                    {page: "/admin/publication", typed: []string{"note", "Because"}, before: "changed"},
	"/admin/import":                         {page: "/admin/import", typed: []string{"text", "{file}"}, file: true, silent: true, status: 200},
	"/admin/delivered":                      {page: "/admin/delivered", before: "former"},
	"/admin/import/draft":                   {typed: []string{"text", "{file}", "revision", "{revision}"}, file: true},

	"/admin/roles/{key}/statements":                    {key: "product_manager", page: "/admin/roles/{key}", typed: []string{"new.0.text", "I like a long walk."}},
	"/admin/questions/{key}/turn":                      {key: "sp", typed: []string{"revision", "{revision}"}},
	"/admin/questions/{key}/mirror":                    {key: "h1", page: "/admin/questions/{key}/mirror", typed: []string{"questions.h1.text", "I take it day by day."}},
	"/admin/questions/{key}/options/{option}/position": {key: "c1", typed: []string{"to", "1", "revision", "{revision}"}},
	"/admin/checks/keying":                             {typed: []string{"step", "turn sp", "revision", "{revision}"}},
}
