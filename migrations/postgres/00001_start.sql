-- Times are unix milliseconds. Texts named settings, guide and content are JSON.
-- There is no way down: back up before an upgrade. Keys and addresses are
-- ordered by their bytes, as in SQLite, whatever language the server speaks.

-- +goose Up

-- A version goes draft, published, retired, and is changed only as a draft.
CREATE TABLE quiz_versions (
    id           BIGINT PRIMARY KEY CHECK (id > 0),
    state        TEXT   NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
    revision     BIGINT NOT NULL CHECK (revision >= 0),
    title        TEXT   NOT NULL,
    note         TEXT   NOT NULL,
    settings     TEXT   NOT NULL,
    guide        TEXT   NOT NULL,
    hash         TEXT   NOT NULL CHECK (length(hash) = 64),
    created_at   BIGINT NOT NULL,
    published_at BIGINT,
    CHECK ((state = 'draft') = (published_at IS NULL))
);

CREATE UNIQUE INDEX one_draft ON quiz_versions (state) WHERE state = 'draft';
CREATE UNIQUE INDEX one_published ON quiz_versions (state) WHERE state = 'published';

CREATE TABLE dimensions (
    version_id BIGINT           NOT NULL REFERENCES quiz_versions (id),
    key        TEXT COLLATE "C" NOT NULL CHECK (key <> ''),
    position   BIGINT           NOT NULL CHECK (position >= 0),
    name       TEXT             NOT NULL,
    positive   TEXT             NOT NULL,
    negative   TEXT             NOT NULL,
    question   TEXT             NOT NULL,
    source     TEXT             NOT NULL,
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position)
);

CREATE TABLE roles (
    version_id BIGINT           NOT NULL REFERENCES quiz_versions (id),
    key        TEXT COLLATE "C" NOT NULL CHECK (key <> ''),
    position   BIGINT           NOT NULL CHECK (position >= 0),
    name       TEXT             NOT NULL,
    short      TEXT             NOT NULL,
    prior      DOUBLE PRECISION NOT NULL CHECK (prior BETWEEN 0 AND 1),
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position)
);

CREATE TABLE role_profiles (
    version_id    BIGINT           NOT NULL,
    role_key      TEXT COLLATE "C" NOT NULL,
    dimension_key TEXT COLLATE "C" NOT NULL,
    mean          DOUBLE PRECISION NOT NULL,
    spread        DOUBLE PRECISION NOT NULL CHECK (spread >= 0),
    se            DOUBLE PRECISION NOT NULL CHECK (se >= 0),
    weight        DOUBLE PRECISION NOT NULL CHECK (weight >= 0),
    source        TEXT             NOT NULL,
    PRIMARY KEY (version_id, role_key, dimension_key),
    FOREIGN KEY (version_id, role_key) REFERENCES roles (version_id, key),
    FOREIGN KEY (version_id, dimension_key) REFERENCES dimensions (version_id, key)
);

CREATE TABLE role_contents (
    version_id BIGINT           NOT NULL,
    role_key   TEXT COLLATE "C" NOT NULL,
    content    TEXT             NOT NULL,
    PRIMARY KEY (version_id, role_key),
    FOREIGN KEY (version_id, role_key) REFERENCES roles (version_id, key)
);

CREATE TABLE questions (
    version_id BIGINT           NOT NULL REFERENCES quiz_versions (id),
    key        TEXT COLLATE "C" NOT NULL CHECK (key <> ''),
    position   BIGINT           NOT NULL CHECK (position >= 0),
    kind       TEXT             NOT NULL CHECK (kind IN ('agree5', 'pair5', 'choice')),
    prompt     TEXT             NOT NULL,
    left_text  TEXT             NOT NULL,
    right_text TEXT             NOT NULL,
    strength   DOUBLE PRECISION NOT NULL CHECK (strength >= 0),
    is_retired BOOLEAN          NOT NULL,
    source     TEXT             NOT NULL,
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position)
);

-- The position of an option is what an answer means.
CREATE TABLE options (
    version_id   BIGINT           NOT NULL,
    question_key TEXT COLLATE "C" NOT NULL,
    position     BIGINT           NOT NULL CHECK (position BETWEEN 0 AND 5),
    label        TEXT             NOT NULL,
    PRIMARY KEY (version_id, question_key, position),
    FOREIGN KEY (version_id, question_key) REFERENCES questions (version_id, key)
);

CREATE TABLE loadings (
    version_id      BIGINT           NOT NULL,
    question_key    TEXT COLLATE "C" NOT NULL,
    option_position BIGINT           NOT NULL,
    dimension_key   TEXT COLLATE "C" NOT NULL,
    loading         DOUBLE PRECISION NOT NULL CHECK (loading BETWEEN -1 AND 1),
    PRIMARY KEY (version_id, question_key, option_position, dimension_key),
    FOREIGN KEY (version_id, question_key, option_position) REFERENCES options (version_id, question_key, position),
    FOREIGN KEY (version_id, dimension_key) REFERENCES dimensions (version_id, key)
);

-- A saved set of answers with the verdict and role it must give.
CREATE TABLE scenarios (
    version_id BIGINT           NOT NULL REFERENCES quiz_versions (id),
    key        TEXT COLLATE "C" NOT NULL CHECK (key <> ''),
    position   BIGINT           NOT NULL CHECK (position >= 0),
    name       TEXT             NOT NULL,
    answers    TEXT             NOT NULL,
    verdict    TEXT             NOT NULL CHECK (verdict IN ('not_enough', 'balanced', 'leaning', 'clear')),
    role_key   TEXT COLLATE "C",
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position),
    FOREIGN KEY (version_id, role_key) REFERENCES roles (version_id, key)
);

-- A deleted result keeps its id, version and time of deletion, nothing else.
-- top_role is no foreign key: each role replaced in a draft would make the
-- database look through all results.
CREATE TABLE results (
    id          BYTEA            NOT NULL PRIMARY KEY CHECK (length(id) = 18),
    version_id  BIGINT           NOT NULL REFERENCES quiz_versions (id),
    finished_at BIGINT,
    answers     TEXT             CHECK (answers <> ''),
    asked       TEXT,
    shuffle     BIGINT,
    verdict     TEXT             CHECK (verdict IN ('not_enough', 'balanced', 'leaning', 'clear')),
    top_role    TEXT             CHECK (top_role <> ''),
    probability DOUBLE PRECISION CHECK (probability BETWEEN 0 AND 1),
    duration_ms BIGINT           CHECK (duration_ms >= 0),
    is_full     BOOLEAN,
    is_hurried  BOOLEAN,
    deleted_at  BIGINT,
    CHECK (CASE WHEN deleted_at IS NULL
        THEN finished_at IS NOT NULL AND answers IS NOT NULL AND asked IS NOT NULL
            AND shuffle IS NOT NULL AND verdict IS NOT NULL AND probability IS NOT NULL
            AND duration_ms IS NOT NULL AND is_full IS NOT NULL AND is_hurried IS NOT NULL
            AND (top_role IS NOT NULL OR verdict = 'not_enough')
        ELSE finished_at IS NULL AND answers IS NULL AND asked IS NULL
            AND shuffle IS NULL AND verdict IS NULL AND probability IS NULL
            AND duration_ms IS NULL AND is_full IS NULL AND is_hurried IS NULL
            AND top_role IS NULL
        END)
);

CREATE INDEX results_by_day ON results (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE shares (
    id         BYTEA  NOT NULL PRIMARY KEY CHECK (length(id) = 18),
    result_id  BYTEA  NOT NULL REFERENCES results (id),
    scope      TEXT   NOT NULL CHECK (scope IN ('verdict', 'profile', 'answers')),
    name       TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE INDEX shares_of_result ON shares (result_id, created_at);

-- One row that a readiness check writes: only a write tells that writes work.
CREATE TABLE heartbeat (
    id      BIGINT PRIMARY KEY CHECK (id = 1),
    beat_at BIGINT NOT NULL
);

INSERT INTO heartbeat (id, beat_at) VALUES (1, 0);
