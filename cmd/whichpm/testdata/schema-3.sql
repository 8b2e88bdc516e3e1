PRAGMA application_id = 1466454093;
PRAGMA journal_mode = WAL;
BEGIN;
CREATE TABLE goose_db_version (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		version_id INTEGER NOT NULL,
		is_applied INTEGER NOT NULL,
		tstamp TIMESTAMP DEFAULT (datetime('now'))
	);
INSERT INTO goose_db_version VALUES (1, 0, 1, '2026-11-23 21:40:12');
INSERT INTO goose_db_version VALUES (2, 1, 1, '2026-11-23 21:40:12');
INSERT INTO goose_db_version VALUES (3, 2, 1, '2026-11-23 21:40:12');
INSERT INTO goose_db_version VALUES (4, 3, 1, '2026-11-23 21:40:12');
CREATE TABLE quiz_versions (
    id           INTEGER PRIMARY KEY CHECK (id > 0),
    state        TEXT    NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
    revision     INTEGER NOT NULL CHECK (revision >= 0),
    title        TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    settings     TEXT    NOT NULL,
    guide        TEXT    NOT NULL,
    hash         TEXT    NOT NULL CHECK (length(hash) = 64),
    created_at   INTEGER NOT NULL,
    published_at INTEGER, saved_by TEXT NOT NULL DEFAULT '', saved_at INTEGER NOT NULL DEFAULT 0, published_by TEXT NOT NULL DEFAULT '',
    CHECK ((state = 'draft') = (published_at IS NULL))
) STRICT;
INSERT INTO quiz_versions VALUES (1, 'retired', 0, 'Which way of working suits you?', '', '{"discrimination":0.3,"noise":0.45,"correlation":0.2,"discount":0.75,"balanced_below":0.6,"clear_from":0.75,"min_answers":8,"min_dimensions":5,"short_min_asked":10,"short_flip_stop":0.05}', '{"working_together":"The two roles meet at the list of features for each iteration. The product manager brings what users need and why; the project manager brings how and when it can be built well. They set timelines and budgets together and check often that the roadmap and the project''s scope still line up. When it works, the product manager keeps the aim right and the project manager keeps the work moving, and users get something that meets their needs. Neither succeeds alone.","difference_in_one_line":"Product management decides what should exist and why; project management makes a defined piece of it happen, on time and on budget.","level_of_responsibility":"Both coordinate people. The product manager answers for every side of the product for as long as it lives; the project manager answers for the success of one project.","set_ups":[{"key":"product_oriented","name":"Product-oriented company","pole":"setting+","text":"Builds and sells its own product. Work tends to be more structured, with set duties, a visible hierarchy and a clear way up. You have less say over which piece of work you get. Pay is often higher than in service firms, put down to lower overheads: a web developer at an online shop, say, will often earn more than one at a web design agency. Knowing how to build an app or site yourself can count for more here."},{"key":"project_oriented","name":"Project-oriented (service) company","pole":"setting-","text":"Delivers work for clients. Roles are looser and there are many ways to get things done; the door is open and you may come and go as long as the job is finished. Expect clients who have not yet settled what they want, and pay that is often lower."}],"both_roles":"Either way, expect tight deadlines, some stress, and a need for real technical understanding.","caveats":["Titles overlap. In small firms one person often does both jobs.","The pay figures are averages quoted in a 2023 article from indeed.com; check today''s local figures.","Some people argue about which role is more strategic; read ''strategic'' here as setting direction."],"contradictions":["Which role is “more strategic”: the article calls product management the strategic role and project management the tactical one, yet in other places it gives the project manager strategic work as well. Here, strategic means setting direction.","Who keeps things on track: the article gives this to the project manager, and elsewhere has the product manager plan and run the whole life cycle. Here, product keeps the aim right and project keeps the work moving."],"questions_people_ask":[{"question":"What is the difference in one line?","answer":"Product management decides what should exist and why; project management makes a defined piece of it happen, on time and on budget."},{"question":"Who answers for what?","answer":"Both coordinate people. The product manager answers for every side of the product for as long as it lives; the project manager answers for the success of one project."},{"question":"Is one of them more strategic?","answer":"Some people argue about it. Read “strategic” here as setting direction: then it is product management, and project management is the tactical role that makes the direction real."},{"question":"Can one person do both jobs?","answer":"Titles overlap. In small firms one person often does both jobs."},{"question":"Which one earns more?","answer":"In the figures quoted on this page, product management. They are dated US averages; pay moves with skill, place and industry, so check today''s local figures."},{"question":"What do both roles have in common?","answer":"Either way, expect tight deadlines, some stress, and a need for real technical understanding."}],"credit":"This product includes information from O*NET 29.3 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license, modified."}', '8e0011d7471717062aa3902557c49fa3b165bb5d8d888b6a0a5de6fb493d57b7', 1795470012993, 1795470012993, '', 1795470012993, '');
INSERT INTO quiz_versions VALUES (2, 'published', 2, 'Which kind of PM?', 'Another title', '{"discrimination":0.3,"noise":0.45,"correlation":0.2,"discount":0.75,"balanced_below":0.6,"clear_from":0.75,"min_answers":8,"min_dimensions":5,"short_min_asked":10,"short_flip_stop":0.05}', '{"working_together":"The two roles meet at the list of features for each iteration. The product manager brings what users need and why; the project manager brings how and when it can be built well. They set timelines and budgets together and check often that the roadmap and the project''s scope still line up. When it works, the product manager keeps the aim right and the project manager keeps the work moving, and users get something that meets their needs. Neither succeeds alone.","difference_in_one_line":"Product management decides what should exist and why; project management makes a defined piece of it happen, on time and on budget.","level_of_responsibility":"Both coordinate people. The product manager answers for every side of the product for as long as it lives; the project manager answers for the success of one project.","set_ups":[{"key":"product_oriented","name":"Product-oriented company","pole":"setting+","text":"Builds and sells its own product. Work tends to be more structured, with set duties, a visible hierarchy and a clear way up. You have less say over which piece of work you get. Pay is often higher than in service firms, put down to lower overheads: a web developer at an online shop, say, will often earn more than one at a web design agency. Knowing how to build an app or site yourself can count for more here."},{"key":"project_oriented","name":"Project-oriented (service) company","pole":"setting-","text":"Delivers work for clients. Roles are looser and there are many ways to get things done; the door is open and you may come and go as long as the job is finished. Expect clients who have not yet settled what they want, and pay that is often lower."}],"both_roles":"Either way, expect tight deadlines, some stress, and a need for real technical understanding.","caveats":["Titles overlap. In small firms one person often does both jobs.","The pay figures are averages quoted in a 2023 article from indeed.com; check today''s local figures.","Some people argue about which role is more strategic; read ''strategic'' here as setting direction."],"contradictions":["Which role is “more strategic”: the article calls product management the strategic role and project management the tactical one, yet in other places it gives the project manager strategic work as well. Here, strategic means setting direction.","Who keeps things on track: the article gives this to the project manager, and elsewhere has the product manager plan and run the whole life cycle. Here, product keeps the aim right and project keeps the work moving."],"questions_people_ask":[{"question":"What is the difference in one line?","answer":"Product management decides what should exist and why; project management makes a defined piece of it happen, on time and on budget."},{"question":"Who answers for what?","answer":"Both coordinate people. The product manager answers for every side of the product for as long as it lives; the project manager answers for the success of one project."},{"question":"Is one of them more strategic?","answer":"Some people argue about it. Read “strategic” here as setting direction: then it is product management, and project management is the tactical role that makes the direction real."},{"question":"Can one person do both jobs?","answer":"Titles overlap. In small firms one person often does both jobs."},{"question":"Which one earns more?","answer":"In the figures quoted on this page, product management. They are dated US averages; pay moves with skill, place and industry, so check today''s local figures."},{"question":"What do both roles have in common?","answer":"Either way, expect tight deadlines, some stress, and a need for real technical understanding."}],"credit":"This product includes information from O*NET 29.3 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license, modified."}', 'debe5339c71909e8c48ed2ad662febda153e0c98be27274ec6358e848e925f04', 1772600767000, 1795470013027, 'command line', 1795470013024, 'command line');
INSERT INTO quiz_versions VALUES (3, 'draft', 4, 'Which kind of PM?', '', '{"discrimination":0.3,"noise":0.45,"correlation":0.2,"discount":0.75,"balanced_below":0.6,"clear_from":0.75,"min_answers":8,"min_dimensions":5,"short_min_asked":10,"short_flip_stop":0.05}', '{"working_together":"The two roles meet at the list of features for each iteration. The product manager brings what users need and why; the project manager brings how and when it can be built well. They set timelines and budgets together and check often that the roadmap and the project''s scope still line up. When it works, the product manager keeps the aim right and the project manager keeps the work moving, and users get something that meets their needs. Neither succeeds alone.","difference_in_one_line":"Product management decides what should exist and why; project management makes a defined piece of it happen, on time and on budget.","level_of_responsibility":"Both coordinate people. The product manager answers for every side of the product for as long as it lives; the project manager answers for the success of one project.","set_ups":[{"key":"product_oriented","name":"Product-oriented company","pole":"setting+","text":"Builds and sells its own product. Work tends to be more structured, with set duties, a visible hierarchy and a clear way up. You have less say over which piece of work you get. Pay is often higher than in service firms, put down to lower overheads: a web developer at an online shop, say, will often earn more than one at a web design agency. Knowing how to build an app or site yourself can count for more here."},{"key":"project_oriented","name":"Project-oriented (service) company","pole":"setting-","text":"Delivers work for clients. Roles are looser and there are many ways to get things done; the door is open and you may come and go as long as the job is finished. Expect clients who have not yet settled what they want, and pay that is often lower."}],"both_roles":"Either way, expect tight deadlines, some stress, and a need for real technical understanding.","caveats":["Titles overlap. In small firms one person often does both jobs.","The pay figures are averages quoted in a 2023 article from indeed.com; check today''s local figures.","Some people argue about which role is more strategic; read ''strategic'' here as setting direction."],"contradictions":["Which role is “more strategic”: the article calls product management the strategic role and project management the tactical one, yet in other places it gives the project manager strategic work as well. Here, strategic means setting direction.","Who keeps things on track: the article gives this to the project manager, and elsewhere has the product manager plan and run the whole life cycle. Here, product keeps the aim right and project keeps the work moving."],"questions_people_ask":[{"question":"What is the difference in one line?","answer":"Product management decides what should exist and why; project management makes a defined piece of it happen, on time and on budget."},{"question":"Who answers for what?","answer":"Both coordinate people. The product manager answers for every side of the product for as long as it lives; the project manager answers for the success of one project."},{"question":"Is one of them more strategic?","answer":"Some people argue about it. Read “strategic” here as setting direction: then it is product management, and project management is the tactical role that makes the direction real."},{"question":"Can one person do both jobs?","answer":"Titles overlap. In small firms one person often does both jobs."},{"question":"Which one earns more?","answer":"In the figures quoted on this page, product management. They are dated US averages; pay moves with skill, place and industry, so check today''s local figures."},{"question":"What do both roles have in common?","answer":"Either way, expect tight deadlines, some stress, and a need for real technical understanding."}],"credit":"This product includes information from O*NET 29.3 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license, modified."}', 'debe5339c71909e8c48ed2ad662febda153e0c98be27274ec6358e848e925f04', 1772600767000, NULL, 'command line', 1795470013031, '');
CREATE TABLE dimensions (
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    key        TEXT    NOT NULL CHECK (key <> ''),
    position   INTEGER NOT NULL CHECK (position >= 0),
    name       TEXT    NOT NULL,
    positive   TEXT    NOT NULL,
    negative   TEXT    NOT NULL,
    question   TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position)
) STRICT;
INSERT INTO dimensions VALUES (1, 'horizon', 0, 'Direction or delivery plan', 'Setting direction', 'Making the plan work', 'Do you look first at where things should go, or at how to get there step by step?', 'Seed: product = vision, overall strategy, roadmap; project = tactical planning, scope. O*NET: Operations Analysis 3.38 v 2.38 (MM v ITPM), Time Management 3.50 v 4.00, Scheduling 3.40 v 4.45.');
INSERT INTO dimensions VALUES (1, 'lifecycle', 1, 'Keep growing or finish', 'Growing one thing over time', 'Reaching the finish line', 'Do you enjoy tending one thing for years, or closing one piece of work and starting the next?', 'Seed: product = conception to release and the whole life cycle; project = job ends when the product is delivered. SVPG ''durable'' teams; GitLab PS PM ''initiation through delivery to closure''.');
INSERT INTO dimensions VALUES (1, 'lens', 2, 'Users and market or team and workflow', 'Users and market', 'Team and workflow', 'What do you watch most closely: the people it is for, or the people and tasks that get it made?', 'Seed: product = what customers want, user experience, market research; project = coordinating the flow of work so nothing falls through the cracks. O*NET: Sales & Marketing knowledge 4.85 v 2.76; Coordinating others 3.97 v 4.86.');
INSERT INTO dimensions VALUES (1, 'spark', 3, 'Improving things or bringing people together', 'Improving how things work', 'Bringing people together', 'What gives you energy: working out how to make a thing better, or working closely with a team?', 'Seed ''Which is the better job?'': like teams and collaborating -> project; passion for how things work and making them better -> product. O*NET Work Styles: Innovation 4.15 v 3.71; Cooperation 4.08 v 4.48; Concern for Others 3.37 v 4.24.');
INSERT INTO dimensions VALUES (1, 'uncertainty', 4, 'Explore or safeguard', 'Exploring and testing', 'Planning and safeguarding', 'Do you meet the unknown with a quick test, or with a careful plan?', 'O*NET: Thinking Creatively 4.28 v 3.75; Evaluating compliance 2.61 v 4.10; Documenting 3.00 v 4.19; Conventional interest 4.70 v 5.29 (PMS 5.56). Seed: project = monitoring, controlling; market research = product.');
INSERT INTO dimensions VALUES (1, 'voice', 5, 'Champion or bridge-builder', 'Championing an idea', 'Building agreement', 'In a group, do you argue for a view, or help people meet in the middle?', 'Seed: product sets goals, sells and markets; project follows the vision and keeps everyone clear on tasks. O*NET: Selling or Influencing 4.27 v 3.48; Persuasion 3.75 v 3.12; Resolving Conflicts 3.68 v 4.24; Self-Control 3.87 v 4.48.');
INSERT INTO dimensions VALUES (1, 'success', 6, 'Outcome or promise', 'It made a difference', 'It was delivered as promised', 'How do you know a job went well: by what changed for people, or by time, cost and quality as agreed?', 'Seed: product = meets its goals; project = on time and within budget. O*NET: Monitoring and Controlling Resources 3.18 v 4.40; GitLab performance indicators: active users (product) v on-budget, on-schedule completion (project).');
INSERT INTO dimensions VALUES (1, 'setting', 7, 'Clear structure or free rein', 'Clear structure', 'Free rein', 'Which kind of workplace suits you? Used for advice on company type, not for the role verdict.', 'Seed: product-oriented companies = structured, set duties, clear ladder, higher pay; project-oriented companies = open doors, fluid roles, many ways to work. No evidence that it separates the ROLES (24-document coding: +0.00 v +0.36, gap inside error), so role weight = 0.');
INSERT INTO dimensions VALUES (2, 'horizon', 0, 'Direction or delivery plan', 'Setting direction', 'Making the plan work', 'Do you look first at where things should go, or at how to get there step by step?', 'Seed: product = vision, overall strategy, roadmap; project = tactical planning, scope. O*NET: Operations Analysis 3.38 v 2.38 (MM v ITPM), Time Management 3.50 v 4.00, Scheduling 3.40 v 4.45.');
INSERT INTO dimensions VALUES (2, 'lifecycle', 1, 'Keep growing or finish', 'Growing one thing over time', 'Reaching the finish line', 'Do you enjoy tending one thing for years, or closing one piece of work and starting the next?', 'Seed: product = conception to release and the whole life cycle; project = job ends when the product is delivered. SVPG ''durable'' teams; GitLab PS PM ''initiation through delivery to closure''.');
INSERT INTO dimensions VALUES (2, 'lens', 2, 'Users and market or team and workflow', 'Users and market', 'Team and workflow', 'What do you watch most closely: the people it is for, or the people and tasks that get it made?', 'Seed: product = what customers want, user experience, market research; project = coordinating the flow of work so nothing falls through the cracks. O*NET: Sales & Marketing knowledge 4.85 v 2.76; Coordinating others 3.97 v 4.86.');
INSERT INTO dimensions VALUES (2, 'spark', 3, 'Improving things or bringing people together', 'Improving how things work', 'Bringing people together', 'What gives you energy: working out how to make a thing better, or working closely with a team?', 'Seed ''Which is the better job?'': like teams and collaborating -> project; passion for how things work and making them better -> product. O*NET Work Styles: Innovation 4.15 v 3.71; Cooperation 4.08 v 4.48; Concern for Others 3.37 v 4.24.');
INSERT INTO dimensions VALUES (2, 'uncertainty', 4, 'Explore or safeguard', 'Exploring and testing', 'Planning and safeguarding', 'Do you meet the unknown with a quick test, or with a careful plan?', 'O*NET: Thinking Creatively 4.28 v 3.75; Evaluating compliance 2.61 v 4.10; Documenting 3.00 v 4.19; Conventional interest 4.70 v 5.29 (PMS 5.56). Seed: project = monitoring, controlling; market research = product.');
INSERT INTO dimensions VALUES (2, 'voice', 5, 'Champion or bridge-builder', 'Championing an idea', 'Building agreement', 'In a group, do you argue for a view, or help people meet in the middle?', 'Seed: product sets goals, sells and markets; project follows the vision and keeps everyone clear on tasks. O*NET: Selling or Influencing 4.27 v 3.48; Persuasion 3.75 v 3.12; Resolving Conflicts 3.68 v 4.24; Self-Control 3.87 v 4.48.');
INSERT INTO dimensions VALUES (2, 'success', 6, 'Outcome or promise', 'It made a difference', 'It was delivered as promised', 'How do you know a job went well: by what changed for people, or by time, cost and quality as agreed?', 'Seed: product = meets its goals; project = on time and within budget. O*NET: Monitoring and Controlling Resources 3.18 v 4.40; GitLab performance indicators: active users (product) v on-budget, on-schedule completion (project).');
INSERT INTO dimensions VALUES (2, 'setting', 7, 'Clear structure or free rein', 'Clear structure', 'Free rein', 'Which kind of workplace suits you? Used for advice on company type, not for the role verdict.', 'Seed: product-oriented companies = structured, set duties, clear ladder, higher pay; project-oriented companies = open doors, fluid roles, many ways to work. No evidence that it separates the ROLES (24-document coding: +0.00 v +0.36, gap inside error), so role weight = 0.');
INSERT INTO dimensions VALUES (3, 'horizon', 0, 'Direction or delivery plan', 'Setting direction', 'Making the plan work', 'Do you look first at where things should go, or at how to get there step by step?', 'Seed: product = vision, overall strategy, roadmap; project = tactical planning, scope. O*NET: Operations Analysis 3.38 v 2.38 (MM v ITPM), Time Management 3.50 v 4.00, Scheduling 3.40 v 4.45.');
INSERT INTO dimensions VALUES (3, 'lifecycle', 1, 'Keep growing or finish', 'Growing one thing over time', 'Reaching the finish line', 'Do you enjoy tending one thing for years, or closing one piece of work and starting the next?', 'Seed: product = conception to release and the whole life cycle; project = job ends when the product is delivered. SVPG ''durable'' teams; GitLab PS PM ''initiation through delivery to closure''.');
INSERT INTO dimensions VALUES (3, 'lens', 2, 'Users and market or team and workflow', 'Users and market', 'Team and workflow', 'What do you watch most closely: the people it is for, or the people and tasks that get it made?', 'Seed: product = what customers want, user experience, market research; project = coordinating the flow of work so nothing falls through the cracks. O*NET: Sales & Marketing knowledge 4.85 v 2.76; Coordinating others 3.97 v 4.86.');
INSERT INTO dimensions VALUES (3, 'spark', 3, 'Improving things or bringing people together', 'Improving how things work', 'Bringing people together', 'What gives you energy: working out how to make a thing better, or working closely with a team?', 'Seed ''Which is the better job?'': like teams and collaborating -> project; passion for how things work and making them better -> product. O*NET Work Styles: Innovation 4.15 v 3.71; Cooperation 4.08 v 4.48; Concern for Others 3.37 v 4.24.');
INSERT INTO dimensions VALUES (3, 'uncertainty', 4, 'Explore or safeguard', 'Exploring and testing', 'Planning and safeguarding', 'Do you meet the unknown with a quick test, or with a careful plan?', 'O*NET: Thinking Creatively 4.28 v 3.75; Evaluating compliance 2.61 v 4.10; Documenting 3.00 v 4.19; Conventional interest 4.70 v 5.29 (PMS 5.56). Seed: project = monitoring, controlling; market research = product.');
INSERT INTO dimensions VALUES (3, 'voice', 5, 'Champion or bridge-builder', 'Championing an idea', 'Building agreement', 'In a group, do you argue for a view, or help people meet in the middle?', 'Seed: product sets goals, sells and markets; project follows the vision and keeps everyone clear on tasks. O*NET: Selling or Influencing 4.27 v 3.48; Persuasion 3.75 v 3.12; Resolving Conflicts 3.68 v 4.24; Self-Control 3.87 v 4.48.');
INSERT INTO dimensions VALUES (3, 'success', 6, 'Outcome or promise', 'It made a difference', 'It was delivered as promised', 'How do you know a job went well: by what changed for people, or by time, cost and quality as agreed?', 'Seed: product = meets its goals; project = on time and within budget. O*NET: Monitoring and Controlling Resources 3.18 v 4.40; GitLab performance indicators: active users (product) v on-budget, on-schedule completion (project).');
INSERT INTO dimensions VALUES (3, 'setting', 7, 'Clear structure or free rein', 'Clear structure', 'Free rein', 'Which kind of workplace suits you? Used for advice on company type, not for the role verdict.', 'Seed: product-oriented companies = structured, set duties, clear ladder, higher pay; project-oriented companies = open doors, fluid roles, many ways to work. No evidence that it separates the ROLES (24-document coding: +0.00 v +0.36, gap inside error), so role weight = 0.');
CREATE TABLE roles (
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    key        TEXT    NOT NULL CHECK (key <> ''),
    position   INTEGER NOT NULL CHECK (position >= 0),
    name       TEXT    NOT NULL,
    short      TEXT    NOT NULL,
    prior      REAL    NOT NULL CHECK (prior BETWEEN 0 AND 1),
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position)
) STRICT;
INSERT INTO roles VALUES (1, 'product_manager', 0, 'Product management', 'Product', 0.5);
INSERT INTO roles VALUES (1, 'project_manager', 1, 'Project management', 'Project', 0.5);
INSERT INTO roles VALUES (2, 'product_manager', 0, 'Product management', 'Product', 0.5);
INSERT INTO roles VALUES (2, 'project_manager', 1, 'Project management', 'Project', 0.5);
INSERT INTO roles VALUES (3, 'product_manager', 0, 'Product management', 'Product', 0.5);
INSERT INTO roles VALUES (3, 'project_manager', 1, 'Project management', 'Project', 0.5);
CREATE TABLE role_profiles (
    version_id    INTEGER NOT NULL,
    role_key      TEXT    NOT NULL,
    dimension_key TEXT    NOT NULL,
    mean          REAL    NOT NULL,
    spread        REAL    NOT NULL CHECK (spread >= 0),
    se            REAL    NOT NULL CHECK (se >= 0),
    weight        REAL    NOT NULL CHECK (weight >= 0),
    source        TEXT    NOT NULL,
    PRIMARY KEY (version_id, role_key, dimension_key),
    FOREIGN KEY (version_id, role_key) REFERENCES roles (version_id, key),
    FOREIGN KEY (version_id, dimension_key) REFERENCES dimensions (version_id, key)
) STRICT;
INSERT INTO role_profiles VALUES (1, 'product_manager', 'success', 0.385, 1.0, 0.2, 1.0, 'gap 0.77 SD split evenly. O*NET half-contrast 1.51 x2 x sqrt(0.12) x 0.75 = 0.79 SD; 24-document coding gap 3.00 of 4 (SE 0.25) x 0.25 = 0.75 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'product_manager', 'uncertainty', 0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.26 x2 x sqrt(0.12) x 0.75 = 0.66 SD; 24-document coding gap 1.58 of 4 (SE 0.33) x 0.25 = 0.40 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'product_manager', 'voice', 0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.13 x2 x sqrt(0.12) x 0.75 = 0.59 SD; 24-document coding gap 1.83 of 4 (SE 0.30) x 0.25 = 0.46 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'product_manager', 'horizon', 0.31, 1.0, 0.2, 1.0, 'gap 0.62 SD split evenly. O*NET half-contrast 0.97 x2 x sqrt(0.12) x 0.75 = 0.51 SD; 24-document coding gap 2.92 of 4 (SE 0.29) x 0.25 = 0.73 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'product_manager', 'lens', 0.375, 1.0, 0.2, 1.0, 'gap 0.75 SD split evenly. O*NET half-contrast 1.38 x2 x sqrt(0.12) x 0.75 = 0.72 SD; 24-document coding gap 3.08 of 4 (SE 0.24) x 0.25 = 0.77 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'product_manager', 'lifecycle', 0.265, 1.0, 0.25, 1.0, 'gap 0.53 SD split evenly. 24-document coding gap 2.50 of 4 (SE 0.25) x 0.25 = 0.62 SD, x0.85 as there is no O*NET descriptor: documents only');
INSERT INTO role_profiles VALUES (1, 'product_manager', 'setting', 0.0, 1.0, 0.25, 0.0, 'No role difference found (docs gap -0.36, SE 0.38); reported for company-type advice only');
INSERT INTO role_profiles VALUES (1, 'product_manager', 'spark', 0.215, 1.0, 0.2, 1.0, 'gap 0.43 SD split evenly. O*NET half-contrast 1.0 x2 x sqrt(0.12) x 0.75 = 0.52 SD; 24-document coding gap 1.33 of 4 (SE 0.28) x 0.25 = 0.33 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'project_manager', 'spark', -0.215, 1.0, 0.2, 1.0, 'gap 0.43 SD split evenly. O*NET half-contrast 1.0 x2 x sqrt(0.12) x 0.75 = 0.52 SD; 24-document coding gap 1.33 of 4 (SE 0.28) x 0.25 = 0.33 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'project_manager', 'success', -0.385, 1.0, 0.2, 1.0, 'gap 0.77 SD split evenly. O*NET half-contrast 1.51 x2 x sqrt(0.12) x 0.75 = 0.79 SD; 24-document coding gap 3.00 of 4 (SE 0.25) x 0.25 = 0.75 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'project_manager', 'uncertainty', -0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.26 x2 x sqrt(0.12) x 0.75 = 0.66 SD; 24-document coding gap 1.58 of 4 (SE 0.33) x 0.25 = 0.40 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'project_manager', 'voice', -0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.13 x2 x sqrt(0.12) x 0.75 = 0.59 SD; 24-document coding gap 1.83 of 4 (SE 0.30) x 0.25 = 0.46 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'project_manager', 'horizon', -0.31, 1.0, 0.2, 1.0, 'gap 0.62 SD split evenly. O*NET half-contrast 0.97 x2 x sqrt(0.12) x 0.75 = 0.51 SD; 24-document coding gap 2.92 of 4 (SE 0.29) x 0.25 = 0.73 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'project_manager', 'lens', -0.375, 1.0, 0.2, 1.0, 'gap 0.75 SD split evenly. O*NET half-contrast 1.38 x2 x sqrt(0.12) x 0.75 = 0.72 SD; 24-document coding gap 3.08 of 4 (SE 0.24) x 0.25 = 0.77 SD; mean of the two');
INSERT INTO role_profiles VALUES (1, 'project_manager', 'lifecycle', -0.265, 1.0, 0.25, 1.0, 'gap 0.53 SD split evenly. 24-document coding gap 2.50 of 4 (SE 0.25) x 0.25 = 0.62 SD, x0.85 as there is no O*NET descriptor: documents only');
INSERT INTO role_profiles VALUES (1, 'project_manager', 'setting', 0.0, 1.0, 0.25, 0.0, 'No role difference found (docs gap -0.36, SE 0.38); reported for company-type advice only');
INSERT INTO role_profiles VALUES (2, 'product_manager', 'horizon', 0.31, 1.0, 0.2, 1.0, 'gap 0.62 SD split evenly. O*NET half-contrast 0.97 x2 x sqrt(0.12) x 0.75 = 0.51 SD; 24-document coding gap 2.92 of 4 (SE 0.29) x 0.25 = 0.73 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'product_manager', 'lens', 0.375, 1.0, 0.2, 1.0, 'gap 0.75 SD split evenly. O*NET half-contrast 1.38 x2 x sqrt(0.12) x 0.75 = 0.72 SD; 24-document coding gap 3.08 of 4 (SE 0.24) x 0.25 = 0.77 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'product_manager', 'lifecycle', 0.265, 1.0, 0.25, 1.0, 'gap 0.53 SD split evenly. 24-document coding gap 2.50 of 4 (SE 0.25) x 0.25 = 0.62 SD, x0.85 as there is no O*NET descriptor: documents only');
INSERT INTO role_profiles VALUES (2, 'product_manager', 'setting', 0.0, 1.0, 0.25, 0.0, 'No role difference found (docs gap -0.36, SE 0.38); reported for company-type advice only');
INSERT INTO role_profiles VALUES (2, 'product_manager', 'spark', 0.215, 1.0, 0.2, 1.0, 'gap 0.43 SD split evenly. O*NET half-contrast 1.0 x2 x sqrt(0.12) x 0.75 = 0.52 SD; 24-document coding gap 1.33 of 4 (SE 0.28) x 0.25 = 0.33 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'product_manager', 'success', 0.385, 1.0, 0.2, 1.0, 'gap 0.77 SD split evenly. O*NET half-contrast 1.51 x2 x sqrt(0.12) x 0.75 = 0.79 SD; 24-document coding gap 3.00 of 4 (SE 0.25) x 0.25 = 0.75 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'product_manager', 'uncertainty', 0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.26 x2 x sqrt(0.12) x 0.75 = 0.66 SD; 24-document coding gap 1.58 of 4 (SE 0.33) x 0.25 = 0.40 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'product_manager', 'voice', 0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.13 x2 x sqrt(0.12) x 0.75 = 0.59 SD; 24-document coding gap 1.83 of 4 (SE 0.30) x 0.25 = 0.46 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'project_manager', 'success', -0.385, 1.0, 0.2, 1.0, 'gap 0.77 SD split evenly. O*NET half-contrast 1.51 x2 x sqrt(0.12) x 0.75 = 0.79 SD; 24-document coding gap 3.00 of 4 (SE 0.25) x 0.25 = 0.75 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'project_manager', 'uncertainty', -0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.26 x2 x sqrt(0.12) x 0.75 = 0.66 SD; 24-document coding gap 1.58 of 4 (SE 0.33) x 0.25 = 0.40 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'project_manager', 'voice', -0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.13 x2 x sqrt(0.12) x 0.75 = 0.59 SD; 24-document coding gap 1.83 of 4 (SE 0.30) x 0.25 = 0.46 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'project_manager', 'horizon', -0.31, 1.0, 0.2, 1.0, 'gap 0.62 SD split evenly. O*NET half-contrast 0.97 x2 x sqrt(0.12) x 0.75 = 0.51 SD; 24-document coding gap 2.92 of 4 (SE 0.29) x 0.25 = 0.73 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'project_manager', 'lens', -0.375, 1.0, 0.2, 1.0, 'gap 0.75 SD split evenly. O*NET half-contrast 1.38 x2 x sqrt(0.12) x 0.75 = 0.72 SD; 24-document coding gap 3.08 of 4 (SE 0.24) x 0.25 = 0.77 SD; mean of the two');
INSERT INTO role_profiles VALUES (2, 'project_manager', 'lifecycle', -0.265, 1.0, 0.25, 1.0, 'gap 0.53 SD split evenly. 24-document coding gap 2.50 of 4 (SE 0.25) x 0.25 = 0.62 SD, x0.85 as there is no O*NET descriptor: documents only');
INSERT INTO role_profiles VALUES (2, 'project_manager', 'setting', 0.0, 1.0, 0.25, 0.0, 'No role difference found (docs gap -0.36, SE 0.38); reported for company-type advice only');
INSERT INTO role_profiles VALUES (2, 'project_manager', 'spark', -0.215, 1.0, 0.2, 1.0, 'gap 0.43 SD split evenly. O*NET half-contrast 1.0 x2 x sqrt(0.12) x 0.75 = 0.52 SD; 24-document coding gap 1.33 of 4 (SE 0.28) x 0.25 = 0.33 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'product_manager', 'lens', 0.375, 1.0, 0.2, 1.0, 'gap 0.75 SD split evenly. O*NET half-contrast 1.38 x2 x sqrt(0.12) x 0.75 = 0.72 SD; 24-document coding gap 3.08 of 4 (SE 0.24) x 0.25 = 0.77 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'product_manager', 'lifecycle', 0.265, 1.0, 0.25, 1.0, 'gap 0.53 SD split evenly. 24-document coding gap 2.50 of 4 (SE 0.25) x 0.25 = 0.62 SD, x0.85 as there is no O*NET descriptor: documents only');
INSERT INTO role_profiles VALUES (3, 'product_manager', 'setting', 0.0, 1.0, 0.25, 0.0, 'No role difference found (docs gap -0.36, SE 0.38); reported for company-type advice only');
INSERT INTO role_profiles VALUES (3, 'product_manager', 'spark', 0.215, 1.0, 0.2, 1.0, 'gap 0.43 SD split evenly. O*NET half-contrast 1.0 x2 x sqrt(0.12) x 0.75 = 0.52 SD; 24-document coding gap 1.33 of 4 (SE 0.28) x 0.25 = 0.33 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'product_manager', 'success', 0.385, 1.0, 0.2, 1.0, 'gap 0.77 SD split evenly. O*NET half-contrast 1.51 x2 x sqrt(0.12) x 0.75 = 0.79 SD; 24-document coding gap 3.00 of 4 (SE 0.25) x 0.25 = 0.75 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'product_manager', 'uncertainty', 0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.26 x2 x sqrt(0.12) x 0.75 = 0.66 SD; 24-document coding gap 1.58 of 4 (SE 0.33) x 0.25 = 0.40 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'product_manager', 'voice', 0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.13 x2 x sqrt(0.12) x 0.75 = 0.59 SD; 24-document coding gap 1.83 of 4 (SE 0.30) x 0.25 = 0.46 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'product_manager', 'horizon', 0.31, 1.0, 0.2, 1.0, 'gap 0.62 SD split evenly. O*NET half-contrast 0.97 x2 x sqrt(0.12) x 0.75 = 0.51 SD; 24-document coding gap 2.92 of 4 (SE 0.29) x 0.25 = 0.73 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'project_manager', 'voice', -0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.13 x2 x sqrt(0.12) x 0.75 = 0.59 SD; 24-document coding gap 1.83 of 4 (SE 0.30) x 0.25 = 0.46 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'project_manager', 'horizon', -0.31, 1.0, 0.2, 1.0, 'gap 0.62 SD split evenly. O*NET half-contrast 0.97 x2 x sqrt(0.12) x 0.75 = 0.51 SD; 24-document coding gap 2.92 of 4 (SE 0.29) x 0.25 = 0.73 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'project_manager', 'lens', -0.375, 1.0, 0.2, 1.0, 'gap 0.75 SD split evenly. O*NET half-contrast 1.38 x2 x sqrt(0.12) x 0.75 = 0.72 SD; 24-document coding gap 3.08 of 4 (SE 0.24) x 0.25 = 0.77 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'project_manager', 'lifecycle', -0.265, 1.0, 0.25, 1.0, 'gap 0.53 SD split evenly. 24-document coding gap 2.50 of 4 (SE 0.25) x 0.25 = 0.62 SD, x0.85 as there is no O*NET descriptor: documents only');
INSERT INTO role_profiles VALUES (3, 'project_manager', 'setting', 0.0, 1.0, 0.25, 0.0, 'No role difference found (docs gap -0.36, SE 0.38); reported for company-type advice only');
INSERT INTO role_profiles VALUES (3, 'project_manager', 'spark', -0.215, 1.0, 0.2, 1.0, 'gap 0.43 SD split evenly. O*NET half-contrast 1.0 x2 x sqrt(0.12) x 0.75 = 0.52 SD; 24-document coding gap 1.33 of 4 (SE 0.28) x 0.25 = 0.33 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'project_manager', 'success', -0.385, 1.0, 0.2, 1.0, 'gap 0.77 SD split evenly. O*NET half-contrast 1.51 x2 x sqrt(0.12) x 0.75 = 0.79 SD; 24-document coding gap 3.00 of 4 (SE 0.25) x 0.25 = 0.75 SD; mean of the two');
INSERT INTO role_profiles VALUES (3, 'project_manager', 'uncertainty', -0.265, 1.0, 0.2, 1.0, 'gap 0.53 SD split evenly. O*NET half-contrast 1.26 x2 x sqrt(0.12) x 0.75 = 0.66 SD; 24-document coding gap 1.58 of 4 (SE 0.33) x 0.25 = 0.40 SD; mean of the two');
CREATE TABLE role_contents (
    version_id INTEGER NOT NULL,
    role_key   TEXT    NOT NULL,
    content    TEXT    NOT NULL,
    PRIMARY KEY (version_id, role_key),
    FOREIGN KEY (version_id, role_key) REFERENCES roles (version_id, key)
) STRICT;
INSERT INTO role_contents VALUES (1, 'product_manager', '{"tagline":"You ask what is worth making, for whom, and why.","summary":"A product manager owns the direction of a product from the first idea to release and beyond. The job is to see that it meets its goals: people want it, it is good to use, and it works for the business. The details shift from company to company, but user experience, marketing and sales thinking are nearly always in the mix. When people call this the more strategic of the two roles, this long view is what they mean.","focus":"The roadmap: whether each feature belongs in the bigger picture.","day_in_the_life":["Morning: read last week''s usage numbers and two customer interview notes, and pick the one surprise worth chasing.","Mid-morning: talk through trade-offs with engineers; say no to a good idea because a better one needs the room.","Midday: compare notes with sales and marketing on what buyers ask for and how rivals answer.","Afternoon: agree with the project manager what the next iteration holds, then walk a senior stakeholder through the plan and the reasons behind it.","Late: write up one decision, what was decided, why, and what would change it."],"responsibilities":["Set the overall strategy and the vision others follow","Learn what customers want and make sure the team knows how to get there","Study the market through research","Shape the product''s design and how it is marketed and sold","Plan and run the product''s whole life cycle","Work with marketing, sales, engineering, stakeholders and the project manager"],"skills":["Market research","Strategic thinking","Feel for user experience","Sales and marketing sense","Persuading without formal authority","Decision-making with partial facts","Solid technical understanding (in product companies it often helps to know how software gets built)"],"challenges":["A busy and often stressful setting full of problems to solve and calls to make","Tight deadlines","Answering for results that depend on other people''s work","Saying no more often than yes"],"environment":"Fast and demanding: managing, solving problems and deciding fill most days.","salary":{"amount":89861,"currency":"USD","period":"year","label":"$89,861 a year on average","source":"indeed.com, as quoted by the HKR Trainings article (course dates in the article place it in 2023)","year":2023,"note":"A dated US average; pay moves with skill, place and industry."},"suits":"People who are drawn to how things work and cannot help wanting to improve them.","next_steps":["Pick something you use daily, interview three other users, and write one page on the problem worth fixing first","Read about market research and pricing; try a small survey","Ask a product manager to let you sit in on a planning or customer call","In your current job, volunteer to decide and defend what gets done first"]}');
INSERT INTO role_contents VALUES (1, 'project_manager', '{"tagline":"You turn a goal into a plan that people can deliver.","summary":"A project manager is answerable for one specific project: keeping it on track, on time and within budget until it is done. That means guiding a team from start to end, making sure everyone knows their task and its date, and seeing that nothing slips between the cracks. The approach is tactical. The vision is usually set by the product manager; the project manager makes it real, and the job closes when the result is handed over.","focus":"The scope: whether each feature is built properly and on schedule.","day_in_the_life":["Morning: a short team check-in: what moved, what is stuck, who needs help today.","Mid-morning: update the schedule and the budget forecast; spot that one late supplier pushes two other tasks.","Midday: call the supplier, agree a new date, and tell everyone who depends on it.","Afternoon: go through the feature list with the product manager so that plan and vision still match.","Late: send a plain status note with progress, risks, and the two decisions needed this week."],"responsibilities":["Plan, run, monitor, control and close the project","Deliver on time and within budget","Keep the work flowing smoothly from the first day to the last","Make sure everyone knows what to do and when","Follow the product manager''s vision and turn its goals into tasks","Stay in close touch with the team and the product manager"],"skills":["Tactical planning and scheduling","Budgeting and tracking costs","Coordinating people","Clear, steady communication","Spotting and handling risks","Helping people settle differences","Solid technical understanding of the work being delivered"],"challenges":["Deadlines that press, and the strain they bring","Clients who are not sure what they want, above all in service companies","Keeping many moving parts in step","Holding people to dates without being their boss"],"environment":"Centred on people and dates: planning, checking, unblocking and reporting.","salary":{"amount":77162,"currency":"USD","period":"year","label":"$77,162 a year on average","source":"indeed.com, as quoted by the HKR Trainings article (course dates in the article place it in 2023)","year":2023,"note":"A dated US average; pay moves with skill, place and industry."},"suits":"People who like being in a team and working closely with others.","next_steps":["Run a small project end to end, such as an event or an office move, with a written plan, budget and risk list","Learn the basics of a recognised method; certificates such as PMP are a common later step","Shadow a project manager through one status meeting and one change request","Offer to own the schedule for your team''s next release"]}');
INSERT INTO role_contents VALUES (2, 'product_manager', '{"tagline":"You ask what is worth making, for whom, and why.","summary":"A product manager owns the direction of a product from the first idea to release and beyond. The job is to see that it meets its goals: people want it, it is good to use, and it works for the business. The details shift from company to company, but user experience, marketing and sales thinking are nearly always in the mix. When people call this the more strategic of the two roles, this long view is what they mean.","focus":"The roadmap: whether each feature belongs in the bigger picture.","day_in_the_life":["Morning: read last week''s usage numbers and two customer interview notes, and pick the one surprise worth chasing.","Mid-morning: talk through trade-offs with engineers; say no to a good idea because a better one needs the room.","Midday: compare notes with sales and marketing on what buyers ask for and how rivals answer.","Afternoon: agree with the project manager what the next iteration holds, then walk a senior stakeholder through the plan and the reasons behind it.","Late: write up one decision, what was decided, why, and what would change it."],"responsibilities":["Set the overall strategy and the vision others follow","Learn what customers want and make sure the team knows how to get there","Study the market through research","Shape the product''s design and how it is marketed and sold","Plan and run the product''s whole life cycle","Work with marketing, sales, engineering, stakeholders and the project manager"],"skills":["Market research","Strategic thinking","Feel for user experience","Sales and marketing sense","Persuading without formal authority","Decision-making with partial facts","Solid technical understanding (in product companies it often helps to know how software gets built)"],"challenges":["A busy and often stressful setting full of problems to solve and calls to make","Tight deadlines","Answering for results that depend on other people''s work","Saying no more often than yes"],"environment":"Fast and demanding: managing, solving problems and deciding fill most days.","salary":{"amount":89861,"currency":"USD","period":"year","label":"$89,861 a year on average","source":"indeed.com, as quoted by the HKR Trainings article (course dates in the article place it in 2023)","year":2023,"note":"A dated US average; pay moves with skill, place and industry."},"suits":"People who are drawn to how things work and cannot help wanting to improve them.","next_steps":["Pick something you use daily, interview three other users, and write one page on the problem worth fixing first","Read about market research and pricing; try a small survey","Ask a product manager to let you sit in on a planning or customer call","In your current job, volunteer to decide and defend what gets done first"]}');
INSERT INTO role_contents VALUES (2, 'project_manager', '{"tagline":"You turn a goal into a plan that people can deliver.","summary":"A project manager is answerable for one specific project: keeping it on track, on time and within budget until it is done. That means guiding a team from start to end, making sure everyone knows their task and its date, and seeing that nothing slips between the cracks. The approach is tactical. The vision is usually set by the product manager; the project manager makes it real, and the job closes when the result is handed over.","focus":"The scope: whether each feature is built properly and on schedule.","day_in_the_life":["Morning: a short team check-in: what moved, what is stuck, who needs help today.","Mid-morning: update the schedule and the budget forecast; spot that one late supplier pushes two other tasks.","Midday: call the supplier, agree a new date, and tell everyone who depends on it.","Afternoon: go through the feature list with the product manager so that plan and vision still match.","Late: send a plain status note with progress, risks, and the two decisions needed this week."],"responsibilities":["Plan, run, monitor, control and close the project","Deliver on time and within budget","Keep the work flowing smoothly from the first day to the last","Make sure everyone knows what to do and when","Follow the product manager''s vision and turn its goals into tasks","Stay in close touch with the team and the product manager"],"skills":["Tactical planning and scheduling","Budgeting and tracking costs","Coordinating people","Clear, steady communication","Spotting and handling risks","Helping people settle differences","Solid technical understanding of the work being delivered"],"challenges":["Deadlines that press, and the strain they bring","Clients who are not sure what they want, above all in service companies","Keeping many moving parts in step","Holding people to dates without being their boss"],"environment":"Centred on people and dates: planning, checking, unblocking and reporting.","salary":{"amount":77162,"currency":"USD","period":"year","label":"$77,162 a year on average","source":"indeed.com, as quoted by the HKR Trainings article (course dates in the article place it in 2023)","year":2023,"note":"A dated US average; pay moves with skill, place and industry."},"suits":"People who like being in a team and working closely with others.","next_steps":["Run a small project end to end, such as an event or an office move, with a written plan, budget and risk list","Learn the basics of a recognised method; certificates such as PMP are a common later step","Shadow a project manager through one status meeting and one change request","Offer to own the schedule for your team''s next release"]}');
INSERT INTO role_contents VALUES (3, 'product_manager', '{"tagline":"You ask what is worth making, for whom, and why.","summary":"A product manager owns the direction of a product from the first idea to release and beyond. The job is to see that it meets its goals: people want it, it is good to use, and it works for the business. The details shift from company to company, but user experience, marketing and sales thinking are nearly always in the mix. When people call this the more strategic of the two roles, this long view is what they mean.","focus":"The roadmap: whether each feature belongs in the bigger picture.","day_in_the_life":["Morning: read last week''s usage numbers and two customer interview notes, and pick the one surprise worth chasing.","Mid-morning: talk through trade-offs with engineers; say no to a good idea because a better one needs the room.","Midday: compare notes with sales and marketing on what buyers ask for and how rivals answer.","Afternoon: agree with the project manager what the next iteration holds, then walk a senior stakeholder through the plan and the reasons behind it.","Late: write up one decision, what was decided, why, and what would change it."],"responsibilities":["Set the overall strategy and the vision others follow","Learn what customers want and make sure the team knows how to get there","Study the market through research","Shape the product''s design and how it is marketed and sold","Plan and run the product''s whole life cycle","Work with marketing, sales, engineering, stakeholders and the project manager"],"skills":["Market research","Strategic thinking","Feel for user experience","Sales and marketing sense","Persuading without formal authority","Decision-making with partial facts","Solid technical understanding (in product companies it often helps to know how software gets built)"],"challenges":["A busy and often stressful setting full of problems to solve and calls to make","Tight deadlines","Answering for results that depend on other people''s work","Saying no more often than yes"],"environment":"Fast and demanding: managing, solving problems and deciding fill most days.","salary":{"amount":89861,"currency":"USD","period":"year","label":"$89,861 a year on average","source":"indeed.com, as quoted by the HKR Trainings article (course dates in the article place it in 2023)","year":2023,"note":"A dated US average; pay moves with skill, place and industry."},"suits":"People who are drawn to how things work and cannot help wanting to improve them.","next_steps":["Pick something you use daily, interview three other users, and write one page on the problem worth fixing first","Read about market research and pricing; try a small survey","Ask a product manager to let you sit in on a planning or customer call","In your current job, volunteer to decide and defend what gets done first"]}');
INSERT INTO role_contents VALUES (3, 'project_manager', '{"tagline":"You turn a goal into a plan that people can deliver.","summary":"A project manager is answerable for one specific project: keeping it on track, on time and within budget until it is done. That means guiding a team from start to end, making sure everyone knows their task and its date, and seeing that nothing slips between the cracks. The approach is tactical. The vision is usually set by the product manager; the project manager makes it real, and the job closes when the result is handed over.","focus":"The scope: whether each feature is built properly and on schedule.","day_in_the_life":["Morning: a short team check-in: what moved, what is stuck, who needs help today.","Mid-morning: update the schedule and the budget forecast; spot that one late supplier pushes two other tasks.","Midday: call the supplier, agree a new date, and tell everyone who depends on it.","Afternoon: go through the feature list with the product manager so that plan and vision still match.","Late: send a plain status note with progress, risks, and the two decisions needed this week."],"responsibilities":["Plan, run, monitor, control and close the project","Deliver on time and within budget","Keep the work flowing smoothly from the first day to the last","Make sure everyone knows what to do and when","Follow the product manager''s vision and turn its goals into tasks","Stay in close touch with the team and the product manager"],"skills":["Tactical planning and scheduling","Budgeting and tracking costs","Coordinating people","Clear, steady communication","Spotting and handling risks","Helping people settle differences","Solid technical understanding of the work being delivered"],"challenges":["Deadlines that press, and the strain they bring","Clients who are not sure what they want, above all in service companies","Keeping many moving parts in step","Holding people to dates without being their boss"],"environment":"Centred on people and dates: planning, checking, unblocking and reporting.","salary":{"amount":77162,"currency":"USD","period":"year","label":"$77,162 a year on average","source":"indeed.com, as quoted by the HKR Trainings article (course dates in the article place it in 2023)","year":2023,"note":"A dated US average; pay moves with skill, place and industry."},"suits":"People who like being in a team and working closely with others.","next_steps":["Run a small project end to end, such as an event or an office move, with a written plan, budget and risk list","Learn the basics of a recognised method; certificates such as PMP are a common later step","Shadow a project manager through one status meeting and one change request","Offer to own the schedule for your team''s next release"]}');
CREATE TABLE questions (
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    key        TEXT    NOT NULL CHECK (key <> ''),
    position   INTEGER NOT NULL CHECK (position >= 0),
    kind       TEXT    NOT NULL CHECK (kind IN ('agree5', 'pair5', 'choice')),
    prompt     TEXT    NOT NULL,
    left_text  TEXT    NOT NULL,
    right_text TEXT    NOT NULL,
    strength   REAL    NOT NULL CHECK (strength >= 0),
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    source     TEXT    NOT NULL,
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position)
) STRICT;
INSERT INTO questions VALUES (1, 'c1', 0, 'choice', 'Something your team built went live this morning. What do you want to do first?', '', '', 0.8, 0, 'Seed (user experience; job ends when delivered)');
INSERT INTO questions VALUES (1, 'h1', 1, 'agree5', 'I often think about where things should be in two or three years.', '', '', 1.0, 0, 'Seed (vision, strategy); cf. IPIP W281 ''Am able to see the big picture'', W126 (public domain), reworded for work');
INSERT INTO questions VALUES (1, 'u2', 2, 'agree5', 'I like to know what each person on my team is working on.', '', '', 1.0, 0, 'Seed (everyone knows what to do and when); O*NET Coordinating the Work and Activities of Others');
INSERT INTO questions VALUES (1, 'sp', 3, 'pair5', 'Which gives you more energy?', 'Solving a puzzle about how something works', 'Getting a group to work well together', 1.25, 0, 'Seed ''Which is the better job?''');
INSERT INTO questions VALUES (1, 'r1', 4, 'agree5', 'I am happy to start before all the facts are in.', '', '', 1.0, 0, 'O*NET Innovation / Thinking Creatively; cf. IPIP Q95 ''Am willing to take risks''');
INSERT INTO questions VALUES (1, 'o2', 5, 'agree5', 'I take pride in being done on the day I said I would.', '', '', 1.0, 0, 'Seed (on time, within budget); cf. IPIP H230 ''Accomplish my work on time''');
INSERT INTO questions VALUES (1, 'l1', 6, 'agree5', 'I would be happy to look after and improve the same thing for years.', '', '', 1.0, 0, 'Seed (life cycle, conception to release); SVPG durable teams');
INSERT INTO questions VALUES (1, 'hp', 7, 'pair5', 'On a new piece of work, I would rather...', 'work out how to reach the goal we have', 'work out which goal is worth chasing', 1.25, 0, 'Seed (strategic v tactical)');
INSERT INTO questions VALUES (1, 'v2', 8, 'agree5', 'I enjoy helping people who disagree find common ground.', '', '', 1.0, 0, 'O*NET Resolving Conflicts and Negotiating; GOV.UK delivery manager (facilitation)');
INSERT INTO questions VALUES (1, 's1', 9, 'agree5', 'When I use something, I soon start thinking about how to make it better.', '', '', 1.0, 0, 'Seed (how things work and making them better); cf. IPIP H60 ''Quickly recognize possibilities''');
INSERT INTO questions VALUES (1, 'e1', 10, 'agree5', 'I work best when my duties are clearly set out.', '', '', 1.0, 0, 'Seed (product-oriented companies: defined duties, clear path)');
INSERT INTO questions VALUES (1, 'up', 11, 'pair5', 'With a free hour at work, I would rather...', 'talk with someone who uses what we make', 'catch up with the people doing the work', 1.25, 0, 'Seed (customers v flow of work)');
INSERT INTO questions VALUES (1, 'c2', 12, 'choice', 'You are asked to lead something nobody at your company has done before. Where do you start?', '', '', 0.8, 0, 'Seed (vision v tactical planning); O*NET');
INSERT INTO questions VALUES (1, 'l2', 13, 'agree5', 'I get a lift from finishing a job and moving on to a new one.', '', '', 1.0, 0, 'Seed (job ends when delivered); cf. IPIP H254 ''Finish what I start''');
INSERT INTO questions VALUES (1, 'o1', 14, 'agree5', 'I judge my work by what it changed for the people who use it.', '', '', 1.0, 0, 'Seed (meets its goals); GitLab PM indicator = active users; DDaT ''right outcomes for users''');
INSERT INTO questions VALUES (1, 'vp', 15, 'pair5', 'In a tense meeting, I would rather...', 'make the case for what I think is best', 'make sure every voice is heard', 1.25, 0, 'O*NET influence v conflict resolution');
INSERT INTO questions VALUES (1, 's2', 16, 'agree5', 'I do my best work as part of a close team.', '', '', 1.0, 0, 'Seed (teams and collaborating); cf. IPIP X271 ''Enjoy teamwork'', W45');
INSERT INTO questions VALUES (1, 'r2', 17, 'agree5', 'I like to spot what could go wrong and have a backup ready.', '', '', 1.0, 0, 'Seed (monitoring, controlling); PMBOK risk domain; cf. IPIP X87 ''Am always prepared''');
INSERT INTO questions VALUES (1, 'u1', 18, 'agree5', 'I like finding out why people choose one thing over another.', '', '', 1.0, 0, 'Seed (market research, user experience); O*NET Sales & Marketing knowledge');
INSERT INTO questions VALUES (1, 'lp', 19, 'pair5', 'I would rather...', 'stay with one thing and help it grow', 'hand over a finished job and start a fresh one', 1.25, 0, 'Seed (life cycle v job ends at delivery)');
INSERT INTO questions VALUES (1, 'c3', 20, 'choice', 'Two people on your team want to go in different directions. What do you do?', '', '', 0.8, 0, 'Seed (decides v coordinates); O*NET conflict resolution');
INSERT INTO questions VALUES (1, 'h2', 21, 'agree5', 'I like turning a big goal into a list of clear next steps.', '', '', 1.0, 0, 'Seed (tactical planning); cf. IPIP H237 ''Make lists of things to do'' (public domain)');
INSERT INTO questions VALUES (1, 'v1', 22, 'agree5', 'I enjoy winning people over to an idea I believe in.', '', '', 1.0, 0, 'O*NET Selling or Influencing Others, Persuasion; cf. IPIP H1156 ''Know how to convince others''');
INSERT INTO questions VALUES (1, 'op', 23, 'pair5', 'Which result would please you more?', 'It was ready on the agreed day and at the agreed cost', 'It took longer, but people could not stop using it', 1.25, 0, 'Seed (meets goals v on time and budget)');
INSERT INTO questions VALUES (1, 'e2', 24, 'agree5', 'I like to come and go as I please, as long as the work gets done.', '', '', 1.0, 0, 'Seed (project-oriented companies: open doors)');
INSERT INTO questions VALUES (1, 'rp', 25, 'pair5', 'Facing something new, I would rather...', 'make a careful plan and follow it', 'run a small test and learn from it', 1.25, 0, 'O*NET creativity v compliance/documentation');
INSERT INTO questions VALUES (1, 'c4', 26, 'choice', 'A client keeps changing their mind about what they want. What do you do?', '', '', 0.8, 0, 'Seed (challenge: clients who do not know exactly what they want)');
INSERT INTO questions VALUES (1, 'ep', 27, 'pair5', 'Which job would suit you better?', 'A job with a known path upward', 'A loose role I can shape myself', 1.25, 0, 'Seed (structured v fluid job profiles)');
INSERT INTO questions VALUES (2, 'c1', 0, 'choice', 'Something your team built went live this morning. What do you want to do first?', '', '', 0.8, 0, 'Seed (user experience; job ends when delivered)');
INSERT INTO questions VALUES (2, 'h1', 1, 'agree5', 'I often think about where things should be in two or three years.', '', '', 1.0, 0, 'Seed (vision, strategy); cf. IPIP W281 ''Am able to see the big picture'', W126 (public domain), reworded for work');
INSERT INTO questions VALUES (2, 'u2', 2, 'agree5', 'I like to know what each person on my team is working on.', '', '', 1.0, 0, 'Seed (everyone knows what to do and when); O*NET Coordinating the Work and Activities of Others');
INSERT INTO questions VALUES (2, 'sp', 3, 'pair5', 'Which gives you more energy?', 'Solving a puzzle about how something works', 'Getting a group to work well together', 1.25, 0, 'Seed ''Which is the better job?''');
INSERT INTO questions VALUES (2, 'r1', 4, 'agree5', 'I am happy to start before all the facts are in.', '', '', 1.0, 0, 'O*NET Innovation / Thinking Creatively; cf. IPIP Q95 ''Am willing to take risks''');
INSERT INTO questions VALUES (2, 'o2', 5, 'agree5', 'I take pride in being done on the day I said I would.', '', '', 1.0, 0, 'Seed (on time, within budget); cf. IPIP H230 ''Accomplish my work on time''');
INSERT INTO questions VALUES (2, 'l1', 6, 'agree5', 'I would be happy to look after and improve the same thing for years.', '', '', 1.0, 0, 'Seed (life cycle, conception to release); SVPG durable teams');
INSERT INTO questions VALUES (2, 'hp', 7, 'pair5', 'On a new piece of work, I would rather...', 'work out how to reach the goal we have', 'work out which goal is worth chasing', 1.25, 0, 'Seed (strategic v tactical)');
INSERT INTO questions VALUES (2, 'v2', 8, 'agree5', 'I enjoy helping people who disagree find common ground.', '', '', 1.0, 0, 'O*NET Resolving Conflicts and Negotiating; GOV.UK delivery manager (facilitation)');
INSERT INTO questions VALUES (2, 's1', 9, 'agree5', 'When I use something, I soon start thinking about how to make it better.', '', '', 1.0, 0, 'Seed (how things work and making them better); cf. IPIP H60 ''Quickly recognize possibilities''');
INSERT INTO questions VALUES (2, 'e1', 10, 'agree5', 'I work best when my duties are clearly set out.', '', '', 1.0, 0, 'Seed (product-oriented companies: defined duties, clear path)');
INSERT INTO questions VALUES (2, 'up', 11, 'pair5', 'With a free hour at work, I would rather...', 'talk with someone who uses what we make', 'catch up with the people doing the work', 1.25, 0, 'Seed (customers v flow of work)');
INSERT INTO questions VALUES (2, 'c2', 12, 'choice', 'You are asked to lead something nobody at your company has done before. Where do you start?', '', '', 0.8, 0, 'Seed (vision v tactical planning); O*NET');
INSERT INTO questions VALUES (2, 'l2', 13, 'agree5', 'I get a lift from finishing a job and moving on to a new one.', '', '', 1.0, 0, 'Seed (job ends when delivered); cf. IPIP H254 ''Finish what I start''');
INSERT INTO questions VALUES (2, 'o1', 14, 'agree5', 'I judge my work by what it changed for the people who use it.', '', '', 1.0, 0, 'Seed (meets its goals); GitLab PM indicator = active users; DDaT ''right outcomes for users''');
INSERT INTO questions VALUES (2, 'vp', 15, 'pair5', 'In a tense meeting, I would rather...', 'make the case for what I think is best', 'make sure every voice is heard', 1.25, 0, 'O*NET influence v conflict resolution');
INSERT INTO questions VALUES (2, 's2', 16, 'agree5', 'I do my best work as part of a close team.', '', '', 1.0, 0, 'Seed (teams and collaborating); cf. IPIP X271 ''Enjoy teamwork'', W45');
INSERT INTO questions VALUES (2, 'r2', 17, 'agree5', 'I like to spot what could go wrong and have a backup ready.', '', '', 1.0, 0, 'Seed (monitoring, controlling); PMBOK risk domain; cf. IPIP X87 ''Am always prepared''');
INSERT INTO questions VALUES (2, 'u1', 18, 'agree5', 'I like finding out why people choose one thing over another.', '', '', 1.0, 0, 'Seed (market research, user experience); O*NET Sales & Marketing knowledge');
INSERT INTO questions VALUES (2, 'lp', 19, 'pair5', 'I would rather...', 'stay with one thing and help it grow', 'hand over a finished job and start a fresh one', 1.25, 0, 'Seed (life cycle v job ends at delivery)');
INSERT INTO questions VALUES (2, 'c3', 20, 'choice', 'Two people on your team want to go in different directions. What do you do?', '', '', 0.8, 0, 'Seed (decides v coordinates); O*NET conflict resolution');
INSERT INTO questions VALUES (2, 'h2', 21, 'agree5', 'I like turning a big goal into a list of clear next steps.', '', '', 1.0, 0, 'Seed (tactical planning); cf. IPIP H237 ''Make lists of things to do'' (public domain)');
INSERT INTO questions VALUES (2, 'v1', 22, 'agree5', 'I enjoy winning people over to an idea I believe in.', '', '', 1.0, 0, 'O*NET Selling or Influencing Others, Persuasion; cf. IPIP H1156 ''Know how to convince others''');
INSERT INTO questions VALUES (2, 'op', 23, 'pair5', 'Which result would please you more?', 'It was ready on the agreed day and at the agreed cost', 'It took longer, but people could not stop using it', 1.25, 0, 'Seed (meets goals v on time and budget)');
INSERT INTO questions VALUES (2, 'e2', 24, 'agree5', 'I like to come and go as I please, as long as the work gets done.', '', '', 1.0, 0, 'Seed (project-oriented companies: open doors)');
INSERT INTO questions VALUES (2, 'rp', 25, 'pair5', 'Facing something new, I would rather...', 'make a careful plan and follow it', 'run a small test and learn from it', 1.25, 0, 'O*NET creativity v compliance/documentation');
INSERT INTO questions VALUES (2, 'c4', 26, 'choice', 'A client keeps changing their mind about what they want. What do you do?', '', '', 0.8, 0, 'Seed (challenge: clients who do not know exactly what they want)');
INSERT INTO questions VALUES (2, 'ep', 27, 'pair5', 'Which job would suit you better?', 'A job with a known path upward', 'A loose role I can shape myself', 1.25, 0, 'Seed (structured v fluid job profiles)');
INSERT INTO questions VALUES (3, 'c1', 0, 'choice', 'Something your team built went live this morning. What do you want to do first?', '', '', 0.8, 0, 'Seed (user experience; job ends when delivered)');
INSERT INTO questions VALUES (3, 'h1', 1, 'agree5', 'I often think about where things should be in two or three years.', '', '', 1.0, 0, 'Seed (vision, strategy); cf. IPIP W281 ''Am able to see the big picture'', W126 (public domain), reworded for work');
INSERT INTO questions VALUES (3, 'u2', 2, 'agree5', 'I like to know what each person on my team is working on.', '', '', 1.0, 0, 'Seed (everyone knows what to do and when); O*NET Coordinating the Work and Activities of Others');
INSERT INTO questions VALUES (3, 'sp', 3, 'pair5', 'Which gives you more energy?', 'Solving a puzzle about how something works', 'Getting a group to work well together', 1.25, 0, 'Seed ''Which is the better job?''');
INSERT INTO questions VALUES (3, 'r1', 4, 'agree5', 'I am happy to start before all the facts are in.', '', '', 1.0, 0, 'O*NET Innovation / Thinking Creatively; cf. IPIP Q95 ''Am willing to take risks''');
INSERT INTO questions VALUES (3, 'o2', 5, 'agree5', 'I take pride in being done on the day I said I would.', '', '', 1.0, 0, 'Seed (on time, within budget); cf. IPIP H230 ''Accomplish my work on time''');
INSERT INTO questions VALUES (3, 'l1', 6, 'agree5', 'I would be happy to look after and improve the same thing for years.', '', '', 1.0, 0, 'Seed (life cycle, conception to release); SVPG durable teams');
INSERT INTO questions VALUES (3, 'hp', 7, 'pair5', 'On a new piece of work, I would rather...', 'work out how to reach the goal we have', 'work out which goal is worth chasing', 1.25, 0, 'Seed (strategic v tactical)');
INSERT INTO questions VALUES (3, 'v2', 8, 'agree5', 'I enjoy helping people who disagree find common ground.', '', '', 1.0, 0, 'O*NET Resolving Conflicts and Negotiating; GOV.UK delivery manager (facilitation)');
INSERT INTO questions VALUES (3, 's1', 9, 'agree5', 'When I use something, I soon start thinking about how to make it better.', '', '', 1.0, 0, 'Seed (how things work and making them better); cf. IPIP H60 ''Quickly recognize possibilities''');
INSERT INTO questions VALUES (3, 'e1', 10, 'agree5', 'I work best when my duties are clearly set out.', '', '', 1.0, 0, 'Seed (product-oriented companies: defined duties, clear path)');
INSERT INTO questions VALUES (3, 'up', 11, 'pair5', 'With a free hour at work, I would rather...', 'talk with someone who uses what we make', 'catch up with the people doing the work', 1.25, 0, 'Seed (customers v flow of work)');
INSERT INTO questions VALUES (3, 'c2', 12, 'choice', 'You are asked to lead something nobody at your company has done before. Where do you start?', '', '', 0.8, 0, 'Seed (vision v tactical planning); O*NET');
INSERT INTO questions VALUES (3, 'l2', 13, 'agree5', 'I get a lift from finishing a job and moving on to a new one.', '', '', 1.0, 0, 'Seed (job ends when delivered); cf. IPIP H254 ''Finish what I start''');
INSERT INTO questions VALUES (3, 'o1', 14, 'agree5', 'I judge my work by what it changed for the people who use it.', '', '', 1.0, 0, 'Seed (meets its goals); GitLab PM indicator = active users; DDaT ''right outcomes for users''');
INSERT INTO questions VALUES (3, 'vp', 15, 'pair5', 'In a tense meeting, I would rather...', 'make the case for what I think is best', 'make sure every voice is heard', 1.25, 0, 'O*NET influence v conflict resolution');
INSERT INTO questions VALUES (3, 's2', 16, 'agree5', 'I do my best work as part of a close team.', '', '', 1.0, 0, 'Seed (teams and collaborating); cf. IPIP X271 ''Enjoy teamwork'', W45');
INSERT INTO questions VALUES (3, 'r2', 17, 'agree5', 'I like to spot what could go wrong and have a backup ready.', '', '', 1.0, 0, 'Seed (monitoring, controlling); PMBOK risk domain; cf. IPIP X87 ''Am always prepared''');
INSERT INTO questions VALUES (3, 'u1', 18, 'agree5', 'I like finding out why people choose one thing over another.', '', '', 1.0, 0, 'Seed (market research, user experience); O*NET Sales & Marketing knowledge');
INSERT INTO questions VALUES (3, 'lp', 19, 'pair5', 'I would rather...', 'stay with one thing and help it grow', 'hand over a finished job and start a fresh one', 1.25, 0, 'Seed (life cycle v job ends at delivery)');
INSERT INTO questions VALUES (3, 'c3', 20, 'choice', 'Two people on your team want to go in different directions. What do you do?', '', '', 0.8, 0, 'Seed (decides v coordinates); O*NET conflict resolution');
INSERT INTO questions VALUES (3, 'h2', 21, 'agree5', 'I like turning a big goal into a list of clear next steps.', '', '', 1.0, 0, 'Seed (tactical planning); cf. IPIP H237 ''Make lists of things to do'' (public domain)');
INSERT INTO questions VALUES (3, 'v1', 22, 'agree5', 'I enjoy winning people over to an idea I believe in.', '', '', 1.0, 0, 'O*NET Selling or Influencing Others, Persuasion; cf. IPIP H1156 ''Know how to convince others''');
INSERT INTO questions VALUES (3, 'op', 23, 'pair5', 'Which result would please you more?', 'It was ready on the agreed day and at the agreed cost', 'It took longer, but people could not stop using it', 1.25, 0, 'Seed (meets goals v on time and budget)');
INSERT INTO questions VALUES (3, 'e2', 24, 'agree5', 'I like to come and go as I please, as long as the work gets done.', '', '', 1.0, 0, 'Seed (project-oriented companies: open doors)');
INSERT INTO questions VALUES (3, 'rp', 25, 'pair5', 'Facing something new, I would rather...', 'make a careful plan and follow it', 'run a small test and learn from it', 1.25, 0, 'O*NET creativity v compliance/documentation');
INSERT INTO questions VALUES (3, 'c4', 26, 'choice', 'A client keeps changing their mind about what they want. What do you do?', '', '', 0.8, 0, 'Seed (challenge: clients who do not know exactly what they want)');
INSERT INTO questions VALUES (3, 'ep', 27, 'pair5', 'Which job would suit you better?', 'A job with a known path upward', 'A loose role I can shape myself', 1.25, 0, 'Seed (structured v fluid job profiles)');
CREATE TABLE options (
    version_id   INTEGER NOT NULL,
    question_key TEXT    NOT NULL,
    position     INTEGER NOT NULL CHECK (position BETWEEN 0 AND 5),
    label        TEXT    NOT NULL,
    PRIMARY KEY (version_id, question_key, position),
    FOREIGN KEY (version_id, question_key) REFERENCES questions (version_id, key)
) STRICT;
INSERT INTO options VALUES (1, 'c1', 0, 'Watch people use it and see where they get stuck');
INSERT INTO options VALUES (1, 'c1', 1, 'Check in with the people who built it');
INSERT INTO options VALUES (1, 'c1', 2, 'Sketch what it could grow into over the next year');
INSERT INTO options VALUES (1, 'c1', 3, 'Call it done, thank everyone and look for the next job');
INSERT INTO options VALUES (1, 'h1', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'h1', 1, 'Disagree');
INSERT INTO options VALUES (1, 'h1', 2, 'Neither');
INSERT INTO options VALUES (1, 'h1', 3, 'Agree');
INSERT INTO options VALUES (1, 'h1', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'u2', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'u2', 1, 'Disagree');
INSERT INTO options VALUES (1, 'u2', 2, 'Neither');
INSERT INTO options VALUES (1, 'u2', 3, 'Agree');
INSERT INTO options VALUES (1, 'u2', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'sp', 0, 'Clearly A');
INSERT INTO options VALUES (1, 'sp', 1, 'A, a little more');
INSERT INTO options VALUES (1, 'sp', 2, 'Both the same');
INSERT INTO options VALUES (1, 'sp', 3, 'B, a little more');
INSERT INTO options VALUES (1, 'sp', 4, 'Clearly B');
INSERT INTO options VALUES (1, 'r1', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'r1', 1, 'Disagree');
INSERT INTO options VALUES (1, 'r1', 2, 'Neither');
INSERT INTO options VALUES (1, 'r1', 3, 'Agree');
INSERT INTO options VALUES (1, 'r1', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'o2', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'o2', 1, 'Disagree');
INSERT INTO options VALUES (1, 'o2', 2, 'Neither');
INSERT INTO options VALUES (1, 'o2', 3, 'Agree');
INSERT INTO options VALUES (1, 'o2', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'l1', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'l1', 1, 'Disagree');
INSERT INTO options VALUES (1, 'l1', 2, 'Neither');
INSERT INTO options VALUES (1, 'l1', 3, 'Agree');
INSERT INTO options VALUES (1, 'l1', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'hp', 0, 'Clearly A');
INSERT INTO options VALUES (1, 'hp', 1, 'A, a little more');
INSERT INTO options VALUES (1, 'hp', 2, 'Both the same');
INSERT INTO options VALUES (1, 'hp', 3, 'B, a little more');
INSERT INTO options VALUES (1, 'hp', 4, 'Clearly B');
INSERT INTO options VALUES (1, 'v2', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'v2', 1, 'Disagree');
INSERT INTO options VALUES (1, 'v2', 2, 'Neither');
INSERT INTO options VALUES (1, 'v2', 3, 'Agree');
INSERT INTO options VALUES (1, 'v2', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 's1', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 's1', 1, 'Disagree');
INSERT INTO options VALUES (1, 's1', 2, 'Neither');
INSERT INTO options VALUES (1, 's1', 3, 'Agree');
INSERT INTO options VALUES (1, 's1', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'e1', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'e1', 1, 'Disagree');
INSERT INTO options VALUES (1, 'e1', 2, 'Neither');
INSERT INTO options VALUES (1, 'e1', 3, 'Agree');
INSERT INTO options VALUES (1, 'e1', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'up', 0, 'Clearly A');
INSERT INTO options VALUES (1, 'up', 1, 'A, a little more');
INSERT INTO options VALUES (1, 'up', 2, 'Both the same');
INSERT INTO options VALUES (1, 'up', 3, 'B, a little more');
INSERT INTO options VALUES (1, 'up', 4, 'Clearly B');
INSERT INTO options VALUES (1, 'c2', 0, 'Build a rough version fast to see what we learn');
INSERT INTO options VALUES (1, 'c2', 1, 'List the risks and agree how to handle each one');
INSERT INTO options VALUES (1, 'c2', 2, 'Decide what success would look like and why it matters');
INSERT INTO options VALUES (1, 'c2', 3, 'Break the work into steps with names and dates');
INSERT INTO options VALUES (1, 'l2', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'l2', 1, 'Disagree');
INSERT INTO options VALUES (1, 'l2', 2, 'Neither');
INSERT INTO options VALUES (1, 'l2', 3, 'Agree');
INSERT INTO options VALUES (1, 'l2', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'o1', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'o1', 1, 'Disagree');
INSERT INTO options VALUES (1, 'o1', 2, 'Neither');
INSERT INTO options VALUES (1, 'o1', 3, 'Agree');
INSERT INTO options VALUES (1, 'o1', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'vp', 0, 'Clearly A');
INSERT INTO options VALUES (1, 'vp', 1, 'A, a little more');
INSERT INTO options VALUES (1, 'vp', 2, 'Both the same');
INSERT INTO options VALUES (1, 'vp', 3, 'B, a little more');
INSERT INTO options VALUES (1, 'vp', 4, 'Clearly B');
INSERT INTO options VALUES (1, 's2', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 's2', 1, 'Disagree');
INSERT INTO options VALUES (1, 's2', 2, 'Neither');
INSERT INTO options VALUES (1, 's2', 3, 'Agree');
INSERT INTO options VALUES (1, 's2', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'r2', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'r2', 1, 'Disagree');
INSERT INTO options VALUES (1, 'r2', 2, 'Neither');
INSERT INTO options VALUES (1, 'r2', 3, 'Agree');
INSERT INTO options VALUES (1, 'r2', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'u1', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'u1', 1, 'Disagree');
INSERT INTO options VALUES (1, 'u1', 2, 'Neither');
INSERT INTO options VALUES (1, 'u1', 3, 'Agree');
INSERT INTO options VALUES (1, 'u1', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'lp', 0, 'Clearly A');
INSERT INTO options VALUES (1, 'lp', 1, 'A, a little more');
INSERT INTO options VALUES (1, 'lp', 2, 'Both the same');
INSERT INTO options VALUES (1, 'lp', 3, 'B, a little more');
INSERT INTO options VALUES (1, 'lp', 4, 'Clearly B');
INSERT INTO options VALUES (1, 'c3', 0, 'Sit down with both and help them agree');
INSERT INTO options VALUES (1, 'c3', 1, 'Back the option I believe in and say why');
INSERT INTO options VALUES (1, 'c3', 2, 'Look after the mood so the team keeps working well together');
INSERT INTO options VALUES (1, 'c3', 3, 'Dig into the details to find which option works better');
INSERT INTO options VALUES (1, 'h2', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'h2', 1, 'Disagree');
INSERT INTO options VALUES (1, 'h2', 2, 'Neither');
INSERT INTO options VALUES (1, 'h2', 3, 'Agree');
INSERT INTO options VALUES (1, 'h2', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'v1', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'v1', 1, 'Disagree');
INSERT INTO options VALUES (1, 'v1', 2, 'Neither');
INSERT INTO options VALUES (1, 'v1', 3, 'Agree');
INSERT INTO options VALUES (1, 'v1', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'op', 0, 'Clearly A');
INSERT INTO options VALUES (1, 'op', 1, 'A, a little more');
INSERT INTO options VALUES (1, 'op', 2, 'Both the same');
INSERT INTO options VALUES (1, 'op', 3, 'B, a little more');
INSERT INTO options VALUES (1, 'op', 4, 'Clearly B');
INSERT INTO options VALUES (1, 'e2', 0, 'Strongly disagree');
INSERT INTO options VALUES (1, 'e2', 1, 'Disagree');
INSERT INTO options VALUES (1, 'e2', 2, 'Neither');
INSERT INTO options VALUES (1, 'e2', 3, 'Agree');
INSERT INTO options VALUES (1, 'e2', 4, 'Strongly agree');
INSERT INTO options VALUES (1, 'rp', 0, 'Clearly A');
INSERT INTO options VALUES (1, 'rp', 1, 'A, a little more');
INSERT INTO options VALUES (1, 'rp', 2, 'Both the same');
INSERT INTO options VALUES (1, 'rp', 3, 'B, a little more');
INSERT INTO options VALUES (1, 'rp', 4, 'Clearly B');
INSERT INTO options VALUES (1, 'c4', 0, 'Set a weekly check-in so the team always has the latest');
INSERT INTO options VALUES (1, 'c4', 1, 'Spend a day with the people who will use it');
INSERT INTO options VALUES (1, 'c4', 2, 'Go back to what was agreed and cost each change');
INSERT INTO options VALUES (1, 'c4', 3, 'Ask what problem they are really trying to solve');
INSERT INTO options VALUES (1, 'ep', 0, 'Clearly A');
INSERT INTO options VALUES (1, 'ep', 1, 'A, a little more');
INSERT INTO options VALUES (1, 'ep', 2, 'Both the same');
INSERT INTO options VALUES (1, 'ep', 3, 'B, a little more');
INSERT INTO options VALUES (1, 'ep', 4, 'Clearly B');
INSERT INTO options VALUES (2, 'c1', 0, 'Watch people use it and see where they get stuck');
INSERT INTO options VALUES (2, 'c1', 1, 'Check in with the people who built it');
INSERT INTO options VALUES (2, 'c1', 2, 'Sketch what it could grow into over the next year');
INSERT INTO options VALUES (2, 'c1', 3, 'Call it done, thank everyone and look for the next job');
INSERT INTO options VALUES (2, 'h1', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'h1', 1, 'Disagree');
INSERT INTO options VALUES (2, 'h1', 2, 'Neither');
INSERT INTO options VALUES (2, 'h1', 3, 'Agree');
INSERT INTO options VALUES (2, 'h1', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'u2', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'u2', 1, 'Disagree');
INSERT INTO options VALUES (2, 'u2', 2, 'Neither');
INSERT INTO options VALUES (2, 'u2', 3, 'Agree');
INSERT INTO options VALUES (2, 'u2', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'sp', 0, 'Clearly A');
INSERT INTO options VALUES (2, 'sp', 1, 'A, a little more');
INSERT INTO options VALUES (2, 'sp', 2, 'Both the same');
INSERT INTO options VALUES (2, 'sp', 3, 'B, a little more');
INSERT INTO options VALUES (2, 'sp', 4, 'Clearly B');
INSERT INTO options VALUES (2, 'r1', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'r1', 1, 'Disagree');
INSERT INTO options VALUES (2, 'r1', 2, 'Neither');
INSERT INTO options VALUES (2, 'r1', 3, 'Agree');
INSERT INTO options VALUES (2, 'r1', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'o2', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'o2', 1, 'Disagree');
INSERT INTO options VALUES (2, 'o2', 2, 'Neither');
INSERT INTO options VALUES (2, 'o2', 3, 'Agree');
INSERT INTO options VALUES (2, 'o2', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'l1', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'l1', 1, 'Disagree');
INSERT INTO options VALUES (2, 'l1', 2, 'Neither');
INSERT INTO options VALUES (2, 'l1', 3, 'Agree');
INSERT INTO options VALUES (2, 'l1', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'hp', 0, 'Clearly A');
INSERT INTO options VALUES (2, 'hp', 1, 'A, a little more');
INSERT INTO options VALUES (2, 'hp', 2, 'Both the same');
INSERT INTO options VALUES (2, 'hp', 3, 'B, a little more');
INSERT INTO options VALUES (2, 'hp', 4, 'Clearly B');
INSERT INTO options VALUES (2, 'v2', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'v2', 1, 'Disagree');
INSERT INTO options VALUES (2, 'v2', 2, 'Neither');
INSERT INTO options VALUES (2, 'v2', 3, 'Agree');
INSERT INTO options VALUES (2, 'v2', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 's1', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 's1', 1, 'Disagree');
INSERT INTO options VALUES (2, 's1', 2, 'Neither');
INSERT INTO options VALUES (2, 's1', 3, 'Agree');
INSERT INTO options VALUES (2, 's1', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'e1', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'e1', 1, 'Disagree');
INSERT INTO options VALUES (2, 'e1', 2, 'Neither');
INSERT INTO options VALUES (2, 'e1', 3, 'Agree');
INSERT INTO options VALUES (2, 'e1', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'up', 0, 'Clearly A');
INSERT INTO options VALUES (2, 'up', 1, 'A, a little more');
INSERT INTO options VALUES (2, 'up', 2, 'Both the same');
INSERT INTO options VALUES (2, 'up', 3, 'B, a little more');
INSERT INTO options VALUES (2, 'up', 4, 'Clearly B');
INSERT INTO options VALUES (2, 'c2', 0, 'Build a rough version fast to see what we learn');
INSERT INTO options VALUES (2, 'c2', 1, 'List the risks and agree how to handle each one');
INSERT INTO options VALUES (2, 'c2', 2, 'Decide what success would look like and why it matters');
INSERT INTO options VALUES (2, 'c2', 3, 'Break the work into steps with names and dates');
INSERT INTO options VALUES (2, 'l2', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'l2', 1, 'Disagree');
INSERT INTO options VALUES (2, 'l2', 2, 'Neither');
INSERT INTO options VALUES (2, 'l2', 3, 'Agree');
INSERT INTO options VALUES (2, 'l2', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'o1', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'o1', 1, 'Disagree');
INSERT INTO options VALUES (2, 'o1', 2, 'Neither');
INSERT INTO options VALUES (2, 'o1', 3, 'Agree');
INSERT INTO options VALUES (2, 'o1', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'vp', 0, 'Clearly A');
INSERT INTO options VALUES (2, 'vp', 1, 'A, a little more');
INSERT INTO options VALUES (2, 'vp', 2, 'Both the same');
INSERT INTO options VALUES (2, 'vp', 3, 'B, a little more');
INSERT INTO options VALUES (2, 'vp', 4, 'Clearly B');
INSERT INTO options VALUES (2, 's2', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 's2', 1, 'Disagree');
INSERT INTO options VALUES (2, 's2', 2, 'Neither');
INSERT INTO options VALUES (2, 's2', 3, 'Agree');
INSERT INTO options VALUES (2, 's2', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'r2', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'r2', 1, 'Disagree');
INSERT INTO options VALUES (2, 'r2', 2, 'Neither');
INSERT INTO options VALUES (2, 'r2', 3, 'Agree');
INSERT INTO options VALUES (2, 'r2', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'u1', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'u1', 1, 'Disagree');
INSERT INTO options VALUES (2, 'u1', 2, 'Neither');
INSERT INTO options VALUES (2, 'u1', 3, 'Agree');
INSERT INTO options VALUES (2, 'u1', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'lp', 0, 'Clearly A');
INSERT INTO options VALUES (2, 'lp', 1, 'A, a little more');
INSERT INTO options VALUES (2, 'lp', 2, 'Both the same');
INSERT INTO options VALUES (2, 'lp', 3, 'B, a little more');
INSERT INTO options VALUES (2, 'lp', 4, 'Clearly B');
INSERT INTO options VALUES (2, 'c3', 0, 'Sit down with both and help them agree');
INSERT INTO options VALUES (2, 'c3', 1, 'Back the option I believe in and say why');
INSERT INTO options VALUES (2, 'c3', 2, 'Look after the mood so the team keeps working well together');
INSERT INTO options VALUES (2, 'c3', 3, 'Dig into the details to find which option works better');
INSERT INTO options VALUES (2, 'h2', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'h2', 1, 'Disagree');
INSERT INTO options VALUES (2, 'h2', 2, 'Neither');
INSERT INTO options VALUES (2, 'h2', 3, 'Agree');
INSERT INTO options VALUES (2, 'h2', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'v1', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'v1', 1, 'Disagree');
INSERT INTO options VALUES (2, 'v1', 2, 'Neither');
INSERT INTO options VALUES (2, 'v1', 3, 'Agree');
INSERT INTO options VALUES (2, 'v1', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'op', 0, 'Clearly A');
INSERT INTO options VALUES (2, 'op', 1, 'A, a little more');
INSERT INTO options VALUES (2, 'op', 2, 'Both the same');
INSERT INTO options VALUES (2, 'op', 3, 'B, a little more');
INSERT INTO options VALUES (2, 'op', 4, 'Clearly B');
INSERT INTO options VALUES (2, 'e2', 0, 'Strongly disagree');
INSERT INTO options VALUES (2, 'e2', 1, 'Disagree');
INSERT INTO options VALUES (2, 'e2', 2, 'Neither');
INSERT INTO options VALUES (2, 'e2', 3, 'Agree');
INSERT INTO options VALUES (2, 'e2', 4, 'Strongly agree');
INSERT INTO options VALUES (2, 'rp', 0, 'Clearly A');
INSERT INTO options VALUES (2, 'rp', 1, 'A, a little more');
INSERT INTO options VALUES (2, 'rp', 2, 'Both the same');
INSERT INTO options VALUES (2, 'rp', 3, 'B, a little more');
INSERT INTO options VALUES (2, 'rp', 4, 'Clearly B');
INSERT INTO options VALUES (2, 'c4', 0, 'Set a weekly check-in so the team always has the latest');
INSERT INTO options VALUES (2, 'c4', 1, 'Spend a day with the people who will use it');
INSERT INTO options VALUES (2, 'c4', 2, 'Go back to what was agreed and cost each change');
INSERT INTO options VALUES (2, 'c4', 3, 'Ask what problem they are really trying to solve');
INSERT INTO options VALUES (2, 'ep', 0, 'Clearly A');
INSERT INTO options VALUES (2, 'ep', 1, 'A, a little more');
INSERT INTO options VALUES (2, 'ep', 2, 'Both the same');
INSERT INTO options VALUES (2, 'ep', 3, 'B, a little more');
INSERT INTO options VALUES (2, 'ep', 4, 'Clearly B');
INSERT INTO options VALUES (3, 'c1', 0, 'Watch people use it and see where they get stuck');
INSERT INTO options VALUES (3, 'c1', 1, 'Check in with the people who built it');
INSERT INTO options VALUES (3, 'c1', 2, 'Sketch what it could grow into over the next year');
INSERT INTO options VALUES (3, 'c1', 3, 'Call it done, thank everyone and look for the next job');
INSERT INTO options VALUES (3, 'h1', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'h1', 1, 'Disagree');
INSERT INTO options VALUES (3, 'h1', 2, 'Neither');
INSERT INTO options VALUES (3, 'h1', 3, 'Agree');
INSERT INTO options VALUES (3, 'h1', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'u2', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'u2', 1, 'Disagree');
INSERT INTO options VALUES (3, 'u2', 2, 'Neither');
INSERT INTO options VALUES (3, 'u2', 3, 'Agree');
INSERT INTO options VALUES (3, 'u2', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'sp', 0, 'Clearly A');
INSERT INTO options VALUES (3, 'sp', 1, 'A, a little more');
INSERT INTO options VALUES (3, 'sp', 2, 'Both the same');
INSERT INTO options VALUES (3, 'sp', 3, 'B, a little more');
INSERT INTO options VALUES (3, 'sp', 4, 'Clearly B');
INSERT INTO options VALUES (3, 'r1', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'r1', 1, 'Disagree');
INSERT INTO options VALUES (3, 'r1', 2, 'Neither');
INSERT INTO options VALUES (3, 'r1', 3, 'Agree');
INSERT INTO options VALUES (3, 'r1', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'o2', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'o2', 1, 'Disagree');
INSERT INTO options VALUES (3, 'o2', 2, 'Neither');
INSERT INTO options VALUES (3, 'o2', 3, 'Agree');
INSERT INTO options VALUES (3, 'o2', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'l1', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'l1', 1, 'Disagree');
INSERT INTO options VALUES (3, 'l1', 2, 'Neither');
INSERT INTO options VALUES (3, 'l1', 3, 'Agree');
INSERT INTO options VALUES (3, 'l1', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'hp', 0, 'Clearly A');
INSERT INTO options VALUES (3, 'hp', 1, 'A, a little more');
INSERT INTO options VALUES (3, 'hp', 2, 'Both the same');
INSERT INTO options VALUES (3, 'hp', 3, 'B, a little more');
INSERT INTO options VALUES (3, 'hp', 4, 'Clearly B');
INSERT INTO options VALUES (3, 'v2', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'v2', 1, 'Disagree');
INSERT INTO options VALUES (3, 'v2', 2, 'Neither');
INSERT INTO options VALUES (3, 'v2', 3, 'Agree');
INSERT INTO options VALUES (3, 'v2', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 's1', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 's1', 1, 'Disagree');
INSERT INTO options VALUES (3, 's1', 2, 'Neither');
INSERT INTO options VALUES (3, 's1', 3, 'Agree');
INSERT INTO options VALUES (3, 's1', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'e1', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'e1', 1, 'Disagree');
INSERT INTO options VALUES (3, 'e1', 2, 'Neither');
INSERT INTO options VALUES (3, 'e1', 3, 'Agree');
INSERT INTO options VALUES (3, 'e1', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'up', 0, 'Clearly A');
INSERT INTO options VALUES (3, 'up', 1, 'A, a little more');
INSERT INTO options VALUES (3, 'up', 2, 'Both the same');
INSERT INTO options VALUES (3, 'up', 3, 'B, a little more');
INSERT INTO options VALUES (3, 'up', 4, 'Clearly B');
INSERT INTO options VALUES (3, 'c2', 0, 'Build a rough version fast to see what we learn');
INSERT INTO options VALUES (3, 'c2', 1, 'List the risks and agree how to handle each one');
INSERT INTO options VALUES (3, 'c2', 2, 'Decide what success would look like and why it matters');
INSERT INTO options VALUES (3, 'c2', 3, 'Break the work into steps with names and dates');
INSERT INTO options VALUES (3, 'l2', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'l2', 1, 'Disagree');
INSERT INTO options VALUES (3, 'l2', 2, 'Neither');
INSERT INTO options VALUES (3, 'l2', 3, 'Agree');
INSERT INTO options VALUES (3, 'l2', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'o1', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'o1', 1, 'Disagree');
INSERT INTO options VALUES (3, 'o1', 2, 'Neither');
INSERT INTO options VALUES (3, 'o1', 3, 'Agree');
INSERT INTO options VALUES (3, 'o1', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'vp', 0, 'Clearly A');
INSERT INTO options VALUES (3, 'vp', 1, 'A, a little more');
INSERT INTO options VALUES (3, 'vp', 2, 'Both the same');
INSERT INTO options VALUES (3, 'vp', 3, 'B, a little more');
INSERT INTO options VALUES (3, 'vp', 4, 'Clearly B');
INSERT INTO options VALUES (3, 's2', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 's2', 1, 'Disagree');
INSERT INTO options VALUES (3, 's2', 2, 'Neither');
INSERT INTO options VALUES (3, 's2', 3, 'Agree');
INSERT INTO options VALUES (3, 's2', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'r2', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'r2', 1, 'Disagree');
INSERT INTO options VALUES (3, 'r2', 2, 'Neither');
INSERT INTO options VALUES (3, 'r2', 3, 'Agree');
INSERT INTO options VALUES (3, 'r2', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'u1', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'u1', 1, 'Disagree');
INSERT INTO options VALUES (3, 'u1', 2, 'Neither');
INSERT INTO options VALUES (3, 'u1', 3, 'Agree');
INSERT INTO options VALUES (3, 'u1', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'lp', 0, 'Clearly A');
INSERT INTO options VALUES (3, 'lp', 1, 'A, a little more');
INSERT INTO options VALUES (3, 'lp', 2, 'Both the same');
INSERT INTO options VALUES (3, 'lp', 3, 'B, a little more');
INSERT INTO options VALUES (3, 'lp', 4, 'Clearly B');
INSERT INTO options VALUES (3, 'c3', 0, 'Sit down with both and help them agree');
INSERT INTO options VALUES (3, 'c3', 1, 'Back the option I believe in and say why');
INSERT INTO options VALUES (3, 'c3', 2, 'Look after the mood so the team keeps working well together');
INSERT INTO options VALUES (3, 'c3', 3, 'Dig into the details to find which option works better');
INSERT INTO options VALUES (3, 'h2', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'h2', 1, 'Disagree');
INSERT INTO options VALUES (3, 'h2', 2, 'Neither');
INSERT INTO options VALUES (3, 'h2', 3, 'Agree');
INSERT INTO options VALUES (3, 'h2', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'v1', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'v1', 1, 'Disagree');
INSERT INTO options VALUES (3, 'v1', 2, 'Neither');
INSERT INTO options VALUES (3, 'v1', 3, 'Agree');
INSERT INTO options VALUES (3, 'v1', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'op', 0, 'Clearly A');
INSERT INTO options VALUES (3, 'op', 1, 'A, a little more');
INSERT INTO options VALUES (3, 'op', 2, 'Both the same');
INSERT INTO options VALUES (3, 'op', 3, 'B, a little more');
INSERT INTO options VALUES (3, 'op', 4, 'Clearly B');
INSERT INTO options VALUES (3, 'e2', 0, 'Strongly disagree');
INSERT INTO options VALUES (3, 'e2', 1, 'Disagree');
INSERT INTO options VALUES (3, 'e2', 2, 'Neither');
INSERT INTO options VALUES (3, 'e2', 3, 'Agree');
INSERT INTO options VALUES (3, 'e2', 4, 'Strongly agree');
INSERT INTO options VALUES (3, 'rp', 0, 'Clearly A');
INSERT INTO options VALUES (3, 'rp', 1, 'A, a little more');
INSERT INTO options VALUES (3, 'rp', 2, 'Both the same');
INSERT INTO options VALUES (3, 'rp', 3, 'B, a little more');
INSERT INTO options VALUES (3, 'rp', 4, 'Clearly B');
INSERT INTO options VALUES (3, 'c4', 0, 'Set a weekly check-in so the team always has the latest');
INSERT INTO options VALUES (3, 'c4', 1, 'Spend a day with the people who will use it');
INSERT INTO options VALUES (3, 'c4', 2, 'Go back to what was agreed and cost each change');
INSERT INTO options VALUES (3, 'c4', 3, 'Ask what problem they are really trying to solve');
INSERT INTO options VALUES (3, 'ep', 0, 'Clearly A');
INSERT INTO options VALUES (3, 'ep', 1, 'A, a little more');
INSERT INTO options VALUES (3, 'ep', 2, 'Both the same');
INSERT INTO options VALUES (3, 'ep', 3, 'B, a little more');
INSERT INTO options VALUES (3, 'ep', 4, 'Clearly B');
CREATE TABLE loadings (
    version_id      INTEGER NOT NULL,
    question_key    TEXT    NOT NULL,
    option_position INTEGER NOT NULL,
    dimension_key   TEXT    NOT NULL,
    loading         REAL    NOT NULL CHECK (loading BETWEEN -1 AND 1),
    PRIMARY KEY (version_id, question_key, option_position, dimension_key),
    FOREIGN KEY (version_id, question_key, option_position) REFERENCES options (version_id, question_key, position),
    FOREIGN KEY (version_id, dimension_key) REFERENCES dimensions (version_id, key)
) STRICT;
INSERT INTO loadings VALUES (1, 'c1', 0, 'lens', 1.0);
INSERT INTO loadings VALUES (1, 'c1', 0, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (1, 'c1', 1, 'lens', -1.0);
INSERT INTO loadings VALUES (1, 'c1', 1, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (1, 'c1', 2, 'lens', 0.5);
INSERT INTO loadings VALUES (1, 'c1', 2, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (1, 'c1', 3, 'lens', -0.5);
INSERT INTO loadings VALUES (1, 'c1', 3, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (1, 'h1', 0, 'horizon', -1.0);
INSERT INTO loadings VALUES (1, 'h1', 1, 'horizon', -0.5);
INSERT INTO loadings VALUES (1, 'h1', 3, 'horizon', 0.5);
INSERT INTO loadings VALUES (1, 'h1', 4, 'horizon', 1.0);
INSERT INTO loadings VALUES (1, 'u2', 0, 'lens', 1.0);
INSERT INTO loadings VALUES (1, 'u2', 1, 'lens', 0.5);
INSERT INTO loadings VALUES (1, 'u2', 3, 'lens', -0.5);
INSERT INTO loadings VALUES (1, 'u2', 4, 'lens', -1.0);
INSERT INTO loadings VALUES (1, 'sp', 0, 'spark', 1.0);
INSERT INTO loadings VALUES (1, 'sp', 1, 'spark', 0.5);
INSERT INTO loadings VALUES (1, 'sp', 3, 'spark', -0.5);
INSERT INTO loadings VALUES (1, 'sp', 4, 'spark', -1.0);
INSERT INTO loadings VALUES (1, 'r1', 0, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (1, 'r1', 1, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (1, 'r1', 3, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (1, 'r1', 4, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (1, 'o2', 0, 'success', 1.0);
INSERT INTO loadings VALUES (1, 'o2', 1, 'success', 0.5);
INSERT INTO loadings VALUES (1, 'o2', 3, 'success', -0.5);
INSERT INTO loadings VALUES (1, 'o2', 4, 'success', -1.0);
INSERT INTO loadings VALUES (1, 'l1', 0, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (1, 'l1', 1, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (1, 'l1', 3, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (1, 'l1', 4, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (1, 'hp', 0, 'horizon', -1.0);
INSERT INTO loadings VALUES (1, 'hp', 1, 'horizon', -0.5);
INSERT INTO loadings VALUES (1, 'hp', 3, 'horizon', 0.5);
INSERT INTO loadings VALUES (1, 'hp', 4, 'horizon', 1.0);
INSERT INTO loadings VALUES (1, 'v2', 0, 'voice', 1.0);
INSERT INTO loadings VALUES (1, 'v2', 1, 'voice', 0.5);
INSERT INTO loadings VALUES (1, 'v2', 3, 'voice', -0.5);
INSERT INTO loadings VALUES (1, 'v2', 4, 'voice', -1.0);
INSERT INTO loadings VALUES (1, 's1', 0, 'spark', -1.0);
INSERT INTO loadings VALUES (1, 's1', 1, 'spark', -0.5);
INSERT INTO loadings VALUES (1, 's1', 3, 'spark', 0.5);
INSERT INTO loadings VALUES (1, 's1', 4, 'spark', 1.0);
INSERT INTO loadings VALUES (1, 'e1', 0, 'setting', -1.0);
INSERT INTO loadings VALUES (1, 'e1', 1, 'setting', -0.5);
INSERT INTO loadings VALUES (1, 'e1', 3, 'setting', 0.5);
INSERT INTO loadings VALUES (1, 'e1', 4, 'setting', 1.0);
INSERT INTO loadings VALUES (1, 'up', 0, 'lens', 1.0);
INSERT INTO loadings VALUES (1, 'up', 1, 'lens', 0.5);
INSERT INTO loadings VALUES (1, 'up', 3, 'lens', -0.5);
INSERT INTO loadings VALUES (1, 'up', 4, 'lens', -1.0);
INSERT INTO loadings VALUES (1, 'c2', 0, 'horizon', 0.5);
INSERT INTO loadings VALUES (1, 'c2', 0, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (1, 'c2', 1, 'horizon', -0.5);
INSERT INTO loadings VALUES (1, 'c2', 1, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (1, 'c2', 2, 'horizon', 1.0);
INSERT INTO loadings VALUES (1, 'c2', 2, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (1, 'c2', 3, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (1, 'c2', 3, 'horizon', -1.0);
INSERT INTO loadings VALUES (1, 'l2', 0, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (1, 'l2', 1, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (1, 'l2', 3, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (1, 'l2', 4, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (1, 'o1', 0, 'success', -1.0);
INSERT INTO loadings VALUES (1, 'o1', 1, 'success', -0.5);
INSERT INTO loadings VALUES (1, 'o1', 3, 'success', 0.5);
INSERT INTO loadings VALUES (1, 'o1', 4, 'success', 1.0);
INSERT INTO loadings VALUES (1, 'vp', 0, 'voice', 1.0);
INSERT INTO loadings VALUES (1, 'vp', 1, 'voice', 0.5);
INSERT INTO loadings VALUES (1, 'vp', 3, 'voice', -0.5);
INSERT INTO loadings VALUES (1, 'vp', 4, 'voice', -1.0);
INSERT INTO loadings VALUES (1, 's2', 0, 'spark', 1.0);
INSERT INTO loadings VALUES (1, 's2', 1, 'spark', 0.5);
INSERT INTO loadings VALUES (1, 's2', 3, 'spark', -0.5);
INSERT INTO loadings VALUES (1, 's2', 4, 'spark', -1.0);
INSERT INTO loadings VALUES (1, 'r2', 0, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (1, 'r2', 1, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (1, 'r2', 3, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (1, 'r2', 4, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (1, 'u1', 0, 'lens', -1.0);
INSERT INTO loadings VALUES (1, 'u1', 1, 'lens', -0.5);
INSERT INTO loadings VALUES (1, 'u1', 3, 'lens', 0.5);
INSERT INTO loadings VALUES (1, 'u1', 4, 'lens', 1.0);
INSERT INTO loadings VALUES (1, 'lp', 0, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (1, 'lp', 1, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (1, 'lp', 3, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (1, 'lp', 4, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (1, 'c3', 0, 'spark', -0.5);
INSERT INTO loadings VALUES (1, 'c3', 0, 'voice', -1.0);
INSERT INTO loadings VALUES (1, 'c3', 1, 'spark', 0.5);
INSERT INTO loadings VALUES (1, 'c3', 1, 'voice', 1.0);
INSERT INTO loadings VALUES (1, 'c3', 2, 'voice', -0.5);
INSERT INTO loadings VALUES (1, 'c3', 2, 'spark', -1.0);
INSERT INTO loadings VALUES (1, 'c3', 3, 'spark', 1.0);
INSERT INTO loadings VALUES (1, 'c3', 3, 'voice', 0.5);
INSERT INTO loadings VALUES (1, 'h2', 0, 'horizon', 1.0);
INSERT INTO loadings VALUES (1, 'h2', 1, 'horizon', 0.5);
INSERT INTO loadings VALUES (1, 'h2', 3, 'horizon', -0.5);
INSERT INTO loadings VALUES (1, 'h2', 4, 'horizon', -1.0);
INSERT INTO loadings VALUES (1, 'v1', 0, 'voice', -1.0);
INSERT INTO loadings VALUES (1, 'v1', 1, 'voice', -0.5);
INSERT INTO loadings VALUES (1, 'v1', 3, 'voice', 0.5);
INSERT INTO loadings VALUES (1, 'v1', 4, 'voice', 1.0);
INSERT INTO loadings VALUES (1, 'op', 0, 'success', -1.0);
INSERT INTO loadings VALUES (1, 'op', 1, 'success', -0.5);
INSERT INTO loadings VALUES (1, 'op', 3, 'success', 0.5);
INSERT INTO loadings VALUES (1, 'op', 4, 'success', 1.0);
INSERT INTO loadings VALUES (1, 'e2', 0, 'setting', 1.0);
INSERT INTO loadings VALUES (1, 'e2', 1, 'setting', 0.5);
INSERT INTO loadings VALUES (1, 'e2', 3, 'setting', -0.5);
INSERT INTO loadings VALUES (1, 'e2', 4, 'setting', -1.0);
INSERT INTO loadings VALUES (1, 'rp', 0, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (1, 'rp', 1, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (1, 'rp', 3, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (1, 'rp', 4, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (1, 'c4', 0, 'lens', -1.0);
INSERT INTO loadings VALUES (1, 'c4', 0, 'success', -0.5);
INSERT INTO loadings VALUES (1, 'c4', 1, 'lens', 1.0);
INSERT INTO loadings VALUES (1, 'c4', 1, 'success', 0.5);
INSERT INTO loadings VALUES (1, 'c4', 2, 'success', -1.0);
INSERT INTO loadings VALUES (1, 'c4', 2, 'lens', -0.5);
INSERT INTO loadings VALUES (1, 'c4', 3, 'success', 1.0);
INSERT INTO loadings VALUES (1, 'c4', 3, 'lens', 0.5);
INSERT INTO loadings VALUES (1, 'ep', 0, 'setting', 1.0);
INSERT INTO loadings VALUES (1, 'ep', 1, 'setting', 0.5);
INSERT INTO loadings VALUES (1, 'ep', 3, 'setting', -0.5);
INSERT INTO loadings VALUES (1, 'ep', 4, 'setting', -1.0);
INSERT INTO loadings VALUES (2, 'c1', 0, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (2, 'c1', 0, 'lens', 1.0);
INSERT INTO loadings VALUES (2, 'c1', 1, 'lens', -1.0);
INSERT INTO loadings VALUES (2, 'c1', 1, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (2, 'c1', 2, 'lens', 0.5);
INSERT INTO loadings VALUES (2, 'c1', 2, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (2, 'c1', 3, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (2, 'c1', 3, 'lens', -0.5);
INSERT INTO loadings VALUES (2, 'h1', 0, 'horizon', -1.0);
INSERT INTO loadings VALUES (2, 'h1', 1, 'horizon', -0.5);
INSERT INTO loadings VALUES (2, 'h1', 3, 'horizon', 0.5);
INSERT INTO loadings VALUES (2, 'h1', 4, 'horizon', 1.0);
INSERT INTO loadings VALUES (2, 'u2', 0, 'lens', 1.0);
INSERT INTO loadings VALUES (2, 'u2', 1, 'lens', 0.5);
INSERT INTO loadings VALUES (2, 'u2', 3, 'lens', -0.5);
INSERT INTO loadings VALUES (2, 'u2', 4, 'lens', -1.0);
INSERT INTO loadings VALUES (2, 'sp', 0, 'spark', 1.0);
INSERT INTO loadings VALUES (2, 'sp', 1, 'spark', 0.5);
INSERT INTO loadings VALUES (2, 'sp', 3, 'spark', -0.5);
INSERT INTO loadings VALUES (2, 'sp', 4, 'spark', -1.0);
INSERT INTO loadings VALUES (2, 'r1', 0, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (2, 'r1', 1, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (2, 'r1', 3, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (2, 'r1', 4, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (2, 'o2', 0, 'success', 1.0);
INSERT INTO loadings VALUES (2, 'o2', 1, 'success', 0.5);
INSERT INTO loadings VALUES (2, 'o2', 3, 'success', -0.5);
INSERT INTO loadings VALUES (2, 'o2', 4, 'success', -1.0);
INSERT INTO loadings VALUES (2, 'l1', 0, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (2, 'l1', 1, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (2, 'l1', 3, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (2, 'l1', 4, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (2, 'hp', 0, 'horizon', -1.0);
INSERT INTO loadings VALUES (2, 'hp', 1, 'horizon', -0.5);
INSERT INTO loadings VALUES (2, 'hp', 3, 'horizon', 0.5);
INSERT INTO loadings VALUES (2, 'hp', 4, 'horizon', 1.0);
INSERT INTO loadings VALUES (2, 'v2', 0, 'voice', 1.0);
INSERT INTO loadings VALUES (2, 'v2', 1, 'voice', 0.5);
INSERT INTO loadings VALUES (2, 'v2', 3, 'voice', -0.5);
INSERT INTO loadings VALUES (2, 'v2', 4, 'voice', -1.0);
INSERT INTO loadings VALUES (2, 's1', 0, 'spark', -1.0);
INSERT INTO loadings VALUES (2, 's1', 1, 'spark', -0.5);
INSERT INTO loadings VALUES (2, 's1', 3, 'spark', 0.5);
INSERT INTO loadings VALUES (2, 's1', 4, 'spark', 1.0);
INSERT INTO loadings VALUES (2, 'e1', 0, 'setting', -1.0);
INSERT INTO loadings VALUES (2, 'e1', 1, 'setting', -0.5);
INSERT INTO loadings VALUES (2, 'e1', 3, 'setting', 0.5);
INSERT INTO loadings VALUES (2, 'e1', 4, 'setting', 1.0);
INSERT INTO loadings VALUES (2, 'up', 0, 'lens', 1.0);
INSERT INTO loadings VALUES (2, 'up', 1, 'lens', 0.5);
INSERT INTO loadings VALUES (2, 'up', 3, 'lens', -0.5);
INSERT INTO loadings VALUES (2, 'up', 4, 'lens', -1.0);
INSERT INTO loadings VALUES (2, 'c2', 0, 'horizon', 0.5);
INSERT INTO loadings VALUES (2, 'c2', 0, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (2, 'c2', 1, 'horizon', -0.5);
INSERT INTO loadings VALUES (2, 'c2', 1, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (2, 'c2', 2, 'horizon', 1.0);
INSERT INTO loadings VALUES (2, 'c2', 2, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (2, 'c2', 3, 'horizon', -1.0);
INSERT INTO loadings VALUES (2, 'c2', 3, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (2, 'l2', 0, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (2, 'l2', 1, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (2, 'l2', 3, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (2, 'l2', 4, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (2, 'o1', 0, 'success', -1.0);
INSERT INTO loadings VALUES (2, 'o1', 1, 'success', -0.5);
INSERT INTO loadings VALUES (2, 'o1', 3, 'success', 0.5);
INSERT INTO loadings VALUES (2, 'o1', 4, 'success', 1.0);
INSERT INTO loadings VALUES (2, 'vp', 0, 'voice', 1.0);
INSERT INTO loadings VALUES (2, 'vp', 1, 'voice', 0.5);
INSERT INTO loadings VALUES (2, 'vp', 3, 'voice', -0.5);
INSERT INTO loadings VALUES (2, 'vp', 4, 'voice', -1.0);
INSERT INTO loadings VALUES (2, 's2', 0, 'spark', 1.0);
INSERT INTO loadings VALUES (2, 's2', 1, 'spark', 0.5);
INSERT INTO loadings VALUES (2, 's2', 3, 'spark', -0.5);
INSERT INTO loadings VALUES (2, 's2', 4, 'spark', -1.0);
INSERT INTO loadings VALUES (2, 'r2', 0, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (2, 'r2', 1, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (2, 'r2', 3, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (2, 'r2', 4, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (2, 'u1', 0, 'lens', -1.0);
INSERT INTO loadings VALUES (2, 'u1', 1, 'lens', -0.5);
INSERT INTO loadings VALUES (2, 'u1', 3, 'lens', 0.5);
INSERT INTO loadings VALUES (2, 'u1', 4, 'lens', 1.0);
INSERT INTO loadings VALUES (2, 'lp', 0, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (2, 'lp', 1, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (2, 'lp', 3, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (2, 'lp', 4, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (2, 'c3', 0, 'spark', -0.5);
INSERT INTO loadings VALUES (2, 'c3', 0, 'voice', -1.0);
INSERT INTO loadings VALUES (2, 'c3', 1, 'spark', 0.5);
INSERT INTO loadings VALUES (2, 'c3', 1, 'voice', 1.0);
INSERT INTO loadings VALUES (2, 'c3', 2, 'voice', -0.5);
INSERT INTO loadings VALUES (2, 'c3', 2, 'spark', -1.0);
INSERT INTO loadings VALUES (2, 'c3', 3, 'spark', 1.0);
INSERT INTO loadings VALUES (2, 'c3', 3, 'voice', 0.5);
INSERT INTO loadings VALUES (2, 'h2', 0, 'horizon', 1.0);
INSERT INTO loadings VALUES (2, 'h2', 1, 'horizon', 0.5);
INSERT INTO loadings VALUES (2, 'h2', 3, 'horizon', -0.5);
INSERT INTO loadings VALUES (2, 'h2', 4, 'horizon', -1.0);
INSERT INTO loadings VALUES (2, 'v1', 0, 'voice', -1.0);
INSERT INTO loadings VALUES (2, 'v1', 1, 'voice', -0.5);
INSERT INTO loadings VALUES (2, 'v1', 3, 'voice', 0.5);
INSERT INTO loadings VALUES (2, 'v1', 4, 'voice', 1.0);
INSERT INTO loadings VALUES (2, 'op', 0, 'success', -1.0);
INSERT INTO loadings VALUES (2, 'op', 1, 'success', -0.5);
INSERT INTO loadings VALUES (2, 'op', 3, 'success', 0.5);
INSERT INTO loadings VALUES (2, 'op', 4, 'success', 1.0);
INSERT INTO loadings VALUES (2, 'e2', 0, 'setting', 1.0);
INSERT INTO loadings VALUES (2, 'e2', 1, 'setting', 0.5);
INSERT INTO loadings VALUES (2, 'e2', 3, 'setting', -0.5);
INSERT INTO loadings VALUES (2, 'e2', 4, 'setting', -1.0);
INSERT INTO loadings VALUES (2, 'rp', 0, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (2, 'rp', 1, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (2, 'rp', 3, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (2, 'rp', 4, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (2, 'c4', 0, 'lens', -1.0);
INSERT INTO loadings VALUES (2, 'c4', 0, 'success', -0.5);
INSERT INTO loadings VALUES (2, 'c4', 1, 'lens', 1.0);
INSERT INTO loadings VALUES (2, 'c4', 1, 'success', 0.5);
INSERT INTO loadings VALUES (2, 'c4', 2, 'success', -1.0);
INSERT INTO loadings VALUES (2, 'c4', 2, 'lens', -0.5);
INSERT INTO loadings VALUES (2, 'c4', 3, 'lens', 0.5);
INSERT INTO loadings VALUES (2, 'c4', 3, 'success', 1.0);
INSERT INTO loadings VALUES (2, 'ep', 0, 'setting', 1.0);
INSERT INTO loadings VALUES (2, 'ep', 1, 'setting', 0.5);
INSERT INTO loadings VALUES (2, 'ep', 3, 'setting', -0.5);
INSERT INTO loadings VALUES (2, 'ep', 4, 'setting', -1.0);
INSERT INTO loadings VALUES (3, 'c1', 0, 'lens', 1.0);
INSERT INTO loadings VALUES (3, 'c1', 0, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (3, 'c1', 1, 'lens', -1.0);
INSERT INTO loadings VALUES (3, 'c1', 1, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (3, 'c1', 2, 'lens', 0.5);
INSERT INTO loadings VALUES (3, 'c1', 2, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (3, 'c1', 3, 'lens', -0.5);
INSERT INTO loadings VALUES (3, 'c1', 3, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (3, 'h1', 0, 'horizon', -1.0);
INSERT INTO loadings VALUES (3, 'h1', 1, 'horizon', -0.5);
INSERT INTO loadings VALUES (3, 'h1', 3, 'horizon', 0.5);
INSERT INTO loadings VALUES (3, 'h1', 4, 'horizon', 1.0);
INSERT INTO loadings VALUES (3, 'u2', 0, 'lens', 1.0);
INSERT INTO loadings VALUES (3, 'u2', 1, 'lens', 0.5);
INSERT INTO loadings VALUES (3, 'u2', 3, 'lens', -0.5);
INSERT INTO loadings VALUES (3, 'u2', 4, 'lens', -1.0);
INSERT INTO loadings VALUES (3, 'sp', 0, 'spark', 1.0);
INSERT INTO loadings VALUES (3, 'sp', 1, 'spark', 0.5);
INSERT INTO loadings VALUES (3, 'sp', 3, 'spark', -0.5);
INSERT INTO loadings VALUES (3, 'sp', 4, 'spark', -1.0);
INSERT INTO loadings VALUES (3, 'r1', 0, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (3, 'r1', 1, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (3, 'r1', 3, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (3, 'r1', 4, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (3, 'o2', 0, 'success', 1.0);
INSERT INTO loadings VALUES (3, 'o2', 1, 'success', 0.5);
INSERT INTO loadings VALUES (3, 'o2', 3, 'success', -0.5);
INSERT INTO loadings VALUES (3, 'o2', 4, 'success', -1.0);
INSERT INTO loadings VALUES (3, 'l1', 0, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (3, 'l1', 1, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (3, 'l1', 3, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (3, 'l1', 4, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (3, 'hp', 0, 'horizon', -1.0);
INSERT INTO loadings VALUES (3, 'hp', 1, 'horizon', -0.5);
INSERT INTO loadings VALUES (3, 'hp', 3, 'horizon', 0.5);
INSERT INTO loadings VALUES (3, 'hp', 4, 'horizon', 1.0);
INSERT INTO loadings VALUES (3, 'v2', 0, 'voice', 1.0);
INSERT INTO loadings VALUES (3, 'v2', 1, 'voice', 0.5);
INSERT INTO loadings VALUES (3, 'v2', 3, 'voice', -0.5);
INSERT INTO loadings VALUES (3, 'v2', 4, 'voice', -1.0);
INSERT INTO loadings VALUES (3, 's1', 0, 'spark', -1.0);
INSERT INTO loadings VALUES (3, 's1', 1, 'spark', -0.5);
INSERT INTO loadings VALUES (3, 's1', 3, 'spark', 0.5);
INSERT INTO loadings VALUES (3, 's1', 4, 'spark', 1.0);
INSERT INTO loadings VALUES (3, 'e1', 0, 'setting', -1.0);
INSERT INTO loadings VALUES (3, 'e1', 1, 'setting', -0.5);
INSERT INTO loadings VALUES (3, 'e1', 3, 'setting', 0.5);
INSERT INTO loadings VALUES (3, 'e1', 4, 'setting', 1.0);
INSERT INTO loadings VALUES (3, 'up', 0, 'lens', 1.0);
INSERT INTO loadings VALUES (3, 'up', 1, 'lens', 0.5);
INSERT INTO loadings VALUES (3, 'up', 3, 'lens', -0.5);
INSERT INTO loadings VALUES (3, 'up', 4, 'lens', -1.0);
INSERT INTO loadings VALUES (3, 'c2', 0, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (3, 'c2', 0, 'horizon', 0.5);
INSERT INTO loadings VALUES (3, 'c2', 1, 'horizon', -0.5);
INSERT INTO loadings VALUES (3, 'c2', 1, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (3, 'c2', 2, 'horizon', 1.0);
INSERT INTO loadings VALUES (3, 'c2', 2, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (3, 'c2', 3, 'horizon', -1.0);
INSERT INTO loadings VALUES (3, 'c2', 3, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (3, 'l2', 0, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (3, 'l2', 1, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (3, 'l2', 3, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (3, 'l2', 4, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (3, 'o1', 0, 'success', -1.0);
INSERT INTO loadings VALUES (3, 'o1', 1, 'success', -0.5);
INSERT INTO loadings VALUES (3, 'o1', 3, 'success', 0.5);
INSERT INTO loadings VALUES (3, 'o1', 4, 'success', 1.0);
INSERT INTO loadings VALUES (3, 'vp', 0, 'voice', 1.0);
INSERT INTO loadings VALUES (3, 'vp', 1, 'voice', 0.5);
INSERT INTO loadings VALUES (3, 'vp', 3, 'voice', -0.5);
INSERT INTO loadings VALUES (3, 'vp', 4, 'voice', -1.0);
INSERT INTO loadings VALUES (3, 's2', 0, 'spark', 1.0);
INSERT INTO loadings VALUES (3, 's2', 1, 'spark', 0.5);
INSERT INTO loadings VALUES (3, 's2', 3, 'spark', -0.5);
INSERT INTO loadings VALUES (3, 's2', 4, 'spark', -1.0);
INSERT INTO loadings VALUES (3, 'r2', 0, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (3, 'r2', 1, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (3, 'r2', 3, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (3, 'r2', 4, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (3, 'u1', 0, 'lens', -1.0);
INSERT INTO loadings VALUES (3, 'u1', 1, 'lens', -0.5);
INSERT INTO loadings VALUES (3, 'u1', 3, 'lens', 0.5);
INSERT INTO loadings VALUES (3, 'u1', 4, 'lens', 1.0);
INSERT INTO loadings VALUES (3, 'lp', 0, 'lifecycle', 1.0);
INSERT INTO loadings VALUES (3, 'lp', 1, 'lifecycle', 0.5);
INSERT INTO loadings VALUES (3, 'lp', 3, 'lifecycle', -0.5);
INSERT INTO loadings VALUES (3, 'lp', 4, 'lifecycle', -1.0);
INSERT INTO loadings VALUES (3, 'c3', 0, 'spark', -0.5);
INSERT INTO loadings VALUES (3, 'c3', 0, 'voice', -1.0);
INSERT INTO loadings VALUES (3, 'c3', 1, 'spark', 0.5);
INSERT INTO loadings VALUES (3, 'c3', 1, 'voice', 1.0);
INSERT INTO loadings VALUES (3, 'c3', 2, 'spark', -1.0);
INSERT INTO loadings VALUES (3, 'c3', 2, 'voice', -0.5);
INSERT INTO loadings VALUES (3, 'c3', 3, 'spark', 1.0);
INSERT INTO loadings VALUES (3, 'c3', 3, 'voice', 0.5);
INSERT INTO loadings VALUES (3, 'h2', 0, 'horizon', 1.0);
INSERT INTO loadings VALUES (3, 'h2', 1, 'horizon', 0.5);
INSERT INTO loadings VALUES (3, 'h2', 3, 'horizon', -0.5);
INSERT INTO loadings VALUES (3, 'h2', 4, 'horizon', -1.0);
INSERT INTO loadings VALUES (3, 'v1', 0, 'voice', -1.0);
INSERT INTO loadings VALUES (3, 'v1', 1, 'voice', -0.5);
INSERT INTO loadings VALUES (3, 'v1', 3, 'voice', 0.5);
INSERT INTO loadings VALUES (3, 'v1', 4, 'voice', 1.0);
INSERT INTO loadings VALUES (3, 'op', 0, 'success', -1.0);
INSERT INTO loadings VALUES (3, 'op', 1, 'success', -0.5);
INSERT INTO loadings VALUES (3, 'op', 3, 'success', 0.5);
INSERT INTO loadings VALUES (3, 'op', 4, 'success', 1.0);
INSERT INTO loadings VALUES (3, 'e2', 0, 'setting', 1.0);
INSERT INTO loadings VALUES (3, 'e2', 1, 'setting', 0.5);
INSERT INTO loadings VALUES (3, 'e2', 3, 'setting', -0.5);
INSERT INTO loadings VALUES (3, 'e2', 4, 'setting', -1.0);
INSERT INTO loadings VALUES (3, 'rp', 0, 'uncertainty', -1.0);
INSERT INTO loadings VALUES (3, 'rp', 1, 'uncertainty', -0.5);
INSERT INTO loadings VALUES (3, 'rp', 3, 'uncertainty', 0.5);
INSERT INTO loadings VALUES (3, 'rp', 4, 'uncertainty', 1.0);
INSERT INTO loadings VALUES (3, 'c4', 0, 'lens', -1.0);
INSERT INTO loadings VALUES (3, 'c4', 0, 'success', -0.5);
INSERT INTO loadings VALUES (3, 'c4', 1, 'lens', 1.0);
INSERT INTO loadings VALUES (3, 'c4', 1, 'success', 0.5);
INSERT INTO loadings VALUES (3, 'c4', 2, 'lens', -0.5);
INSERT INTO loadings VALUES (3, 'c4', 2, 'success', -1.0);
INSERT INTO loadings VALUES (3, 'c4', 3, 'lens', 0.5);
INSERT INTO loadings VALUES (3, 'c4', 3, 'success', 1.0);
INSERT INTO loadings VALUES (3, 'ep', 0, 'setting', 1.0);
INSERT INTO loadings VALUES (3, 'ep', 1, 'setting', 0.5);
INSERT INTO loadings VALUES (3, 'ep', 3, 'setting', -0.5);
INSERT INTO loadings VALUES (3, 'ep', 4, 'setting', -1.0);
CREATE TABLE scenarios (
    version_id INTEGER NOT NULL REFERENCES quiz_versions (id),
    key        TEXT    NOT NULL CHECK (key <> ''),
    position   INTEGER NOT NULL CHECK (position >= 0),
    name       TEXT    NOT NULL,
    answers    TEXT    NOT NULL,
    verdict    TEXT    NOT NULL CHECK (verdict IN ('not_enough', 'balanced', 'leaning', 'clear')),
    role_key   TEXT,
    PRIMARY KEY (version_id, key),
    UNIQUE (version_id, position),
    FOREIGN KEY (version_id, role_key) REFERENCES roles (version_id, key)
) STRICT;
INSERT INTO scenarios VALUES (1, 'direction_setter', 0, 'Sets direction and watches the market', '{"c1":0,"c2":2,"c3":1,"c4":3,"h1":3,"h2":1,"hp":3,"l1":3,"l2":1,"lp":1,"o1":3,"o2":1,"op":3,"r1":3,"r2":1,"rp":3,"s1":3,"s2":1,"sp":1,"u1":3,"u2":1,"up":1,"v1":3,"v2":1,"vp":1}', 'clear', 'product_manager');
INSERT INTO scenarios VALUES (1, 'planner', 1, 'Plans, keeps promises and looks after the team', '{"c1":1,"c2":3,"c3":0,"c4":2,"h1":1,"h2":3,"hp":1,"l1":1,"l2":3,"lp":3,"o1":1,"o2":3,"op":1,"r1":1,"r2":3,"rp":1,"s1":1,"s2":3,"sp":3,"u1":1,"u2":3,"up":3,"v1":1,"v2":3,"vp":3}', 'clear', 'project_manager');
INSERT INTO scenarios VALUES (1, 'mixed_towards_product', 2, 'Mixed, more often for direction', '{"c1":1,"c2":2,"c3":1,"c4":3,"e1":0,"e2":3,"ep":4,"h1":3,"h2":0,"hp":4,"l1":3,"l2":4,"lp":3,"o1":3,"o2":2,"op":2,"r1":3,"r2":1,"rp":3,"s1":2,"s2":0,"sp":1,"u1":1,"u2":1,"up":2,"v1":1,"v2":3,"vp":2}', 'leaning', 'product_manager');
INSERT INTO scenarios VALUES (1, 'in_the_middle', 3, 'In the middle of everything', '{"e1":2,"e2":2,"ep":2,"h1":2,"h2":2,"hp":2,"l1":2,"l2":2,"lp":2,"o1":2,"o2":2,"op":2,"r1":2,"r2":2,"rp":2,"s1":2,"s2":2,"sp":2,"u1":2,"u2":2,"up":2,"v1":2,"v2":2,"vp":2}', 'balanced', NULL);
INSERT INTO scenarios VALUES (1, 'agrees_to_everything', 4, 'Agrees to every statement', '{"e1":4,"e2":4,"h1":4,"h2":4,"l1":4,"l2":4,"o1":4,"o2":4,"r1":4,"r2":4,"s1":4,"s2":4,"u1":4,"u2":4,"v1":4,"v2":4}', 'balanced', NULL);
INSERT INTO scenarios VALUES (1, 'few_answers', 5, 'Answers six questions and skips the rest', '{"c1":0,"h1":4,"o2":0,"r1":4,"sp":0,"u2":0}', 'not_enough', NULL);
INSERT INTO scenarios VALUES (2, 'direction_setter', 0, 'Sets direction and watches the market', '{"c1":0,"c2":2,"c3":1,"c4":3,"h1":3,"h2":1,"hp":3,"l1":3,"l2":1,"lp":1,"o1":3,"o2":1,"op":3,"r1":3,"r2":1,"rp":3,"s1":3,"s2":1,"sp":1,"u1":3,"u2":1,"up":1,"v1":3,"v2":1,"vp":1}', 'clear', 'product_manager');
INSERT INTO scenarios VALUES (2, 'planner', 1, 'Plans, keeps promises and looks after the team', '{"c1":1,"c2":3,"c3":0,"c4":2,"h1":1,"h2":3,"hp":1,"l1":1,"l2":3,"lp":3,"o1":1,"o2":3,"op":1,"r1":1,"r2":3,"rp":1,"s1":1,"s2":3,"sp":3,"u1":1,"u2":3,"up":3,"v1":1,"v2":3,"vp":3}', 'clear', 'project_manager');
INSERT INTO scenarios VALUES (2, 'mixed_towards_product', 2, 'Mixed, more often for direction', '{"c1":1,"c2":2,"c3":1,"c4":3,"e1":0,"e2":3,"ep":4,"h1":3,"h2":0,"hp":4,"l1":3,"l2":4,"lp":3,"o1":3,"o2":2,"op":2,"r1":3,"r2":1,"rp":3,"s1":2,"s2":0,"sp":1,"u1":1,"u2":1,"up":2,"v1":1,"v2":3,"vp":2}', 'leaning', 'product_manager');
INSERT INTO scenarios VALUES (2, 'in_the_middle', 3, 'In the middle of everything', '{"e1":2,"e2":2,"ep":2,"h1":2,"h2":2,"hp":2,"l1":2,"l2":2,"lp":2,"o1":2,"o2":2,"op":2,"r1":2,"r2":2,"rp":2,"s1":2,"s2":2,"sp":2,"u1":2,"u2":2,"up":2,"v1":2,"v2":2,"vp":2}', 'balanced', NULL);
INSERT INTO scenarios VALUES (2, 'agrees_to_everything', 4, 'Agrees to every statement', '{"e1":4,"e2":4,"h1":4,"h2":4,"l1":4,"l2":4,"o1":4,"o2":4,"r1":4,"r2":4,"s1":4,"s2":4,"u1":4,"u2":4,"v1":4,"v2":4}', 'balanced', NULL);
INSERT INTO scenarios VALUES (2, 'few_answers', 5, 'Answers six questions and skips the rest', '{"c1":0,"h1":4,"o2":0,"r1":4,"sp":0,"u2":0}', 'not_enough', NULL);
INSERT INTO scenarios VALUES (3, 'direction_setter', 0, 'Sets direction and watches the market', '{"c1":0,"c2":2,"c3":1,"c4":3,"h1":3,"h2":1,"hp":3,"l1":3,"l2":1,"lp":1,"o1":3,"o2":1,"op":3,"r1":3,"r2":1,"rp":3,"s1":3,"s2":1,"sp":1,"u1":3,"u2":1,"up":1,"v1":3,"v2":1,"vp":1}', 'clear', 'product_manager');
INSERT INTO scenarios VALUES (3, 'planner', 1, 'Plans, keeps promises and looks after the team', '{"c1":1,"c2":3,"c3":0,"c4":2,"h1":1,"h2":3,"hp":1,"l1":1,"l2":3,"lp":3,"o1":1,"o2":3,"op":1,"r1":1,"r2":3,"rp":1,"s1":1,"s2":3,"sp":3,"u1":1,"u2":3,"up":3,"v1":1,"v2":3,"vp":3}', 'clear', 'project_manager');
INSERT INTO scenarios VALUES (3, 'mixed_towards_product', 2, 'Mixed, more often for direction', '{"c1":1,"c2":2,"c3":1,"c4":3,"e1":0,"e2":3,"ep":4,"h1":3,"h2":0,"hp":4,"l1":3,"l2":4,"lp":3,"o1":3,"o2":2,"op":2,"r1":3,"r2":1,"rp":3,"s1":2,"s2":0,"sp":1,"u1":1,"u2":1,"up":2,"v1":1,"v2":3,"vp":2}', 'leaning', 'product_manager');
INSERT INTO scenarios VALUES (3, 'in_the_middle', 3, 'In the middle of everything', '{"e1":2,"e2":2,"ep":2,"h1":2,"h2":2,"hp":2,"l1":2,"l2":2,"lp":2,"o1":2,"o2":2,"op":2,"r1":2,"r2":2,"rp":2,"s1":2,"s2":2,"sp":2,"u1":2,"u2":2,"up":2,"v1":2,"v2":2,"vp":2}', 'balanced', NULL);
INSERT INTO scenarios VALUES (3, 'agrees_to_everything', 4, 'Agrees to every statement', '{"e1":4,"e2":4,"h1":4,"h2":4,"l1":4,"l2":4,"o1":4,"o2":4,"r1":4,"r2":4,"s1":4,"s2":4,"u1":4,"u2":4,"v1":4,"v2":4}', 'balanced', NULL);
INSERT INTO scenarios VALUES (3, 'few_answers', 5, 'Answers six questions and skips the rest', '{"c1":0,"h1":4,"o2":0,"r1":4,"sp":0,"u2":0}', 'not_enough', NULL);
CREATE TABLE results (
    id          BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 18),
    version_id  INTEGER NOT NULL REFERENCES quiz_versions (id),
    finished_at INTEGER,
    answers     TEXT CHECK (answers <> ''),
    asked       TEXT,
    shuffle     INTEGER,
    verdict     TEXT CHECK (verdict IN ('not_enough', 'balanced', 'leaning', 'clear')),
    top_role    TEXT CHECK (top_role <> ''),
    probability REAL CHECK (probability BETWEEN 0 AND 1),
    duration_ms INTEGER CHECK (duration_ms >= 0),
    is_full     INTEGER CHECK (is_full IN (0, 1)),
    is_hurried  INTEGER CHECK (is_hurried IN (0, 1)),
    deleted_at  INTEGER,
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
) STRICT, WITHOUT ROWID;
INSERT INTO results VALUES (X'502410B0BF09A3D9CD56ACD240A3FE488F4D', 1, 1772687167000, '1234012340121401234012340133', '00', 0, 'balanced', 'product_manager', 0.51188371681805323, 60000, 0, 0, NULL);
INSERT INTO results VALUES (X'50242DF4651EC8E8355982F1D09312FB8F1E', 1, 1772859967000, '3142031420313203142031420314', '00', 0, 'balanced', 'project_manager', 0.5606077980871339, 60000, 0, 0, NULL);
INSERT INTO results VALUES (X'50242E35E5D6F6DFF60534C2713F9E5E6471', 1, 1773205567000, '3413024130243302413034130211', '00', 0, 'balanced', 'project_manager', 0.57988118756498275, 60000, 0, 0, NULL);
INSERT INTO results VALUES (X'50242F68C8A4B71CDEA8D076FAF02E1681E0', 1, 1772600767000, '0000000000000000000000000000', '00', 0, 'balanced', 'project_manager', 0.50544817649691676, 60000, 0, 0, NULL);
INSERT INTO results VALUES (X'50246D8F79F52A4BD9BC94E44B47DEE71801', 1, 1773291967000, '0142031420310203142001420304', '00', 0, 'balanced', 'project_manager', 0.56498648269741536, 60000, 0, 0, NULL);
INSERT INTO results VALUES (X'50248A52C1F5289B88F68F56F58C318E0250', 1, 1773119167000, '2234012340122401234022340123', '00', 0, 'balanced', 'product_manager', 0.50240385223512918, 60000, 0, 0, NULL);
INSERT INTO results VALUES (X'5024A1B534681DCD25D68E41A9582E0AAD01', 1, 1773378367000, '1321043210431104321013210432', '00', 0, 'leaning', 'project_manager', 0.64377064031860498, 60000, 0, 0, NULL);
INSERT INTO results VALUES (X'5024A7CE33FFEA84772BE2822120594F64E3', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1772600767000);
INSERT INTO results VALUES (X'5024B008CE4FE8F83C782F9CC99620A31510', 1, 1772773567000, '2413024130242302413024130221', '00', 0, 'balanced', 'project_manager', 0.58646444752440963, 60000, 0, 0, NULL);
INSERT INTO results VALUES (X'5024BDF22E7F4855044DC9196897A7A9D32C', 1, 1772946367000, '0321043210430104321003210402', '00', 0, 'leaning', 'project_manager', 0.6503115050022894, 60000, 0, 1, NULL);
CREATE TABLE shares (
    id         BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 18),
    result_id  BLOB    NOT NULL REFERENCES results (id),
    scope      TEXT    NOT NULL CHECK (scope IN ('verdict', 'profile', 'answers')),
    name       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO shares VALUES (X'502403000000000000000000000000000000', X'50242DF4651EC8E8355982F1D09312FB8F1E', 'profile', 'Ada', 1772600763000, NULL);
INSERT INTO shares VALUES (X'502404000000000000000000000000000000', X'5024BDF22E7F4855044DC9196897A7A9D32C', 'profile', 'Ada', 1772600764000, 1772600767000);
INSERT INTO shares VALUES (X'502405000000000000000000000000000000', X'5024A7CE33FFEA84772BE2822120594F64E3', 'profile', '', 1772600765000, 1772600767000);
CREATE TABLE heartbeat (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    beat_at INTEGER NOT NULL
) STRICT;
INSERT INTO heartbeat VALUES (1, 1795470012991);
CREATE TABLE admins (
    id            TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    email         TEXT    NOT NULL UNIQUE CHECK (email <> ''),
    role          TEXT    NOT NULL CHECK (role IN ('editor', 'owner')),
    password_hash TEXT    NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    is_temporary  INTEGER NOT NULL CHECK (is_temporary IN (0, 1)),
    is_disabled   INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
    totp_secret   TEXT    CHECK (totp_secret <> ''),
    totp_step     INTEGER NOT NULL CHECK (totp_step >= 0),
    created_at    INTEGER NOT NULL,
    signed_in_at  INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO admins VALUES ('1', '1@example.org', 'owner', '$argon2id$none', 0, 0, 'GEZDGNBVGY3TQOJQ', 1, 1772600767000, NULL);
INSERT INTO admins VALUES ('2', '2@example.org', 'editor', '$argon2id$none', 0, 0, 'GEZDGNBVGY3TQOJQ', 1, 1772600767000, NULL);
CREATE TABLE admin_recovery_codes (
    admin_id TEXT NOT NULL REFERENCES admins (id),
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (admin_id, hash)
) STRICT, WITHOUT ROWID;
INSERT INTO admin_recovery_codes VALUES ('1', X'0100000000000000000000000000000000000000000000000000000000000000');
INSERT INTO admin_recovery_codes VALUES ('1', X'0200000000000000000000000000000000000000000000000000000000000000');
INSERT INTO admin_recovery_codes VALUES ('2', X'0100000000000000000000000000000000000000000000000000000000000000');
INSERT INTO admin_recovery_codes VALUES ('2', X'0200000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE admin_sessions (
    hash       BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    admin_id   TEXT    NOT NULL REFERENCES admins (id),
    needs_code INTEGER NOT NULL CHECK (needs_code IN (0, 1)),
    created_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL CHECK (seen_at >= created_at)
) STRICT, WITHOUT ROWID;
INSERT INTO admin_sessions VALUES (X'0000000000000000000000000000000000000000000000000000000000000000', '1', 0, 1772600767000, 1772600767000);
INSERT INTO admin_sessions VALUES (X'0100000000000000000000000000000000000000000000000000000000000000', '2', 0, 1772600767000, 1772600767000);
CREATE TABLE discarded_drafts (
    version_id   INTEGER PRIMARY KEY CHECK (version_id > 0),
    revision     INTEGER NOT NULL CHECK (revision >= 0),
    discarded_at INTEGER NOT NULL
) STRICT;
CREATE TABLE audit_log (
    id          INTEGER PRIMARY KEY CHECK (id > 0),
    at          INTEGER NOT NULL,
    actor       TEXT    NOT NULL CHECK (actor <> ''),
    action      TEXT    NOT NULL CHECK (action <> ''),
    subject     TEXT    NOT NULL,
    before_text TEXT    NOT NULL,
    after_text  TEXT    NOT NULL,
    reason      TEXT    NOT NULL
) STRICT;
INSERT INTO audit_log VALUES (1, 1795470013014, 'command line', 'add admin', '1@example.org', '', '', '');
INSERT INTO audit_log VALUES (2, 1795470013016, 'command line', 'switch on', '1', '', '', '');
INSERT INTO audit_log VALUES (3, 1795470013017, 'command line', 'add admin', '2@example.org', '', '', '');
INSERT INTO audit_log VALUES (4, 1795470013018, 'command line', 'switch on', '2', '', '', '');
INSERT INTO audit_log VALUES (5, 1772600767000, '1@example.org', 'start draft', 'version 2', 'version 1', '', '');
INSERT INTO audit_log VALUES (6, 1795470013024, 'command line', 'save draft', 'version 2', '', '', '');
INSERT INTO audit_log VALUES (7, 1795470013027, 'command line', 'publish', 'version 2', '', '', 'Another title');
INSERT INTO audit_log VALUES (8, 1772600767000, '1@example.org', 'start draft', 'version 3', 'version 1', '', '');
INSERT INTO audit_log VALUES (9, 1795470013031, 'command line', 'save draft', 'version 3', '', '', '');
CREATE UNIQUE INDEX one_draft ON quiz_versions (state) WHERE state = 'draft';
CREATE UNIQUE INDEX one_published ON quiz_versions (state) WHERE state = 'published';
CREATE INDEX results_by_day ON results (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX shares_of_result ON shares (result_id, created_at);
CREATE INDEX admin_sessions_of_admin ON admin_sessions (admin_id);
COMMIT;
