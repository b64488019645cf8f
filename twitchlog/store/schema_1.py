"""The first released schema, word for word and for ever: what a diary file looked like in this format."""

SQL = """
CREATE TABLE meta (
    one INTEGER NOT NULL PRIMARY KEY CONSTRAINT one CHECK(one = 1),
    diary_id TEXT NOT NULL CONSTRAINT diary_id CHECK(length(diary_id) = 32),
    epoch TEXT NOT NULL CONSTRAINT epoch CHECK(length(epoch) = 32),
    writes INTEGER NOT NULL CONSTRAINT writes CHECK(writes >= 0),
    settings TEXT NOT NULL CONSTRAINT settings CHECK(length(settings) >= 2)
) STRICT;
INSERT INTO meta (one, diary_id, epoch, writes, settings)
    VALUES (1, lower(hex(randomblob(16))), lower(hex(randomblob(16))), 0, '{}');
CREATE TABLE draft (
    one INTEGER NOT NULL PRIMARY KEY CONSTRAINT one CHECK(one = 1),
    text TEXT NOT NULL CONSTRAINT text CHECK(length(text) BETWEEN 1 AND 100000)
) STRICT;
CREATE TABLE trash (
    tbl TEXT NOT NULL,
    id TEXT NOT NULL,
    row TEXT NOT NULL CONSTRAINT row CHECK(length(row) >= 2),
    trashed_utc TEXT NOT NULL
        CONSTRAINT trashed CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', trashed_utc, '+0 days') IS trashed_utc),
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    PRIMARY KEY (tbl, id)
) STRICT;
CREATE INDEX trash_by_change ON trash (mod);
CREATE TABLE episodes (
    id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT id CHECK(id GLOB '????????-????-????-????-????????????' AND id NOT GLOB '*[^0-9a-f-]*'),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    onset_utc TEXT NOT NULL
        CONSTRAINT onset CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', onset_utc, '+0 days') IS onset_utc),
    onset_off INTEGER NOT NULL CONSTRAINT onset CHECK(onset_off BETWEEN -1439 AND 1439),
    onset_date TEXT NOT NULL,
    onset_min INTEGER NOT NULL CONSTRAINT onset CHECK(onset_min BETWEEN 0 AND 1439),
    onset_zone TEXT CONSTRAINT zone CHECK(length(onset_zone) BETWEEN 1 AND 64),
    onset_about INTEGER NOT NULL CONSTRAINT onset_about CHECK(onset_about IN (0, 1)),
    duration_s INTEGER CONSTRAINT duration_s CHECK(duration_s BETWEEN 1 AND 604800),
    ongoing INTEGER NOT NULL CONSTRAINT ongoing CHECK(ongoing IN (0, 1)),
    pattern TEXT CONSTRAINT pattern CHECK(pattern IN ('single', 'on_and_off', 'continuous')),
    site TEXT NOT NULL CONSTRAINT site CHECK(site IN (
        'scalp', 'forehead', 'eyelid', 'cheek', 'lips', 'jaw', 'tongue', 'neck', 'shoulder',
        'upper_arm', 'forearm', 'hand', 'thumb', 'fingers', 'chest', 'abdomen', 'back_upper',
        'back_lower', 'glute', 'glute_max', 'glute_med', 'glute_min', 'hip', 'thigh_front',
        'thigh_back', 'knee', 'shin', 'calf', 'ankle', 'foot', 'arch', 'toes', 'many', 'other')),
    side TEXT NOT NULL CONSTRAINT side CHECK(side IN ('left', 'right', 'both', 'middle')),
    intensity INTEGER CONSTRAINT intensity CHECK(intensity BETWEEN 1 AND 5),
    symptoms TEXT CONSTRAINT symptoms CHECK(replace(replace(replace(replace(replace(replace(replace(
        ';' || replace(symptoms, ';', ';;') || ';'
        , ';pain;', '')
        , ';numbness;', '')
        , ';tingling;', '')
        , ';weakness;', '')
        , ';cramp;', '')
        , ';stiffness;', '')
        , ';thinning;', '') = ''),
    weakness_kind TEXT CONSTRAINT weakness_kind CHECK(weakness_kind IN ('heavy', 'could_not', 'unsure')),
    visible INTEGER CONSTRAINT visible CHECK(visible IN (0, 1)),
    posture TEXT CONSTRAINT posture CHECK(posture IN (
        'lying', 'sitting', 'standing', 'walking', 'other')),
    pulse INTEGER CONSTRAINT pulse CHECK(pulse IN (0, 1)),
    vibration TEXT CONSTRAINT vibration CHECK(vibration IN ('vehicle', 'music', 'machine', 'other')),
    note TEXT CONSTRAINT note CHECK(length(note) BETWEEN 1 AND 10000),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT onset CHECK(onset_date || printf(' %02d:%02d', onset_min / 60, onset_min % 60) IS
        strftime('%Y-%m-%d %H:%M', onset_utc, printf('%+d minutes', onset_off))),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off))),
    CONSTRAINT side CHECK(side <> 'middle' OR site IN (
        'scalp', 'forehead', 'lips', 'jaw', 'tongue', 'neck',
        'chest', 'abdomen', 'back_upper', 'back_lower', 'many', 'other')),
    CONSTRAINT weakness_kind CHECK(weakness_kind IS NULL OR instr(coalesce(symptoms, ''), 'weakness') > 0)
) STRICT;
CREATE INDEX episodes_by_time ON episodes (onset_utc);
CREATE INDEX episodes_by_change ON episodes (mod);
CREATE TABLE exercise (
    id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT id CHECK(id GLOB '????????-????-????-????-????????????' AND id NOT GLOB '*[^0-9a-f-]*'),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    start_utc TEXT NOT NULL
        CONSTRAINT start CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', start_utc, '+0 days') IS start_utc),
    start_off INTEGER NOT NULL CONSTRAINT start CHECK(start_off BETWEEN -1439 AND 1439),
    start_date TEXT NOT NULL,
    start_min INTEGER NOT NULL CONSTRAINT start CHECK(start_min BETWEEN 0 AND 1439),
    start_zone TEXT CONSTRAINT zone CHECK(length(start_zone) BETWEEN 1 AND 64),
    duration_min INTEGER CONSTRAINT duration_min CHECK(duration_min BETWEEN 1 AND 1440),
    activity TEXT CONSTRAINT activity CHECK(length(activity) BETWEEN 1 AND 200),
    effort TEXT CONSTRAINT effort CHECK(effort IN ('light', 'moderate', 'hard')),
    muscles TEXT CONSTRAINT muscles CHECK(length(muscles) BETWEEN 1 AND 200),
    note TEXT CONSTRAINT note CHECK(length(note) BETWEEN 1 AND 10000),
    source TEXT CONSTRAINT source CHECK(length(source) BETWEEN 1 AND 200),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT start CHECK(start_date || printf(' %02d:%02d', start_min / 60, start_min % 60) IS
        strftime('%Y-%m-%d %H:%M', start_utc, printf('%+d minutes', start_off))),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off)))
) STRICT;
CREATE INDEX exercise_by_time ON exercise (start_utc);
CREATE INDEX exercise_by_change ON exercise (mod);
CREATE TABLE caffeine (
    id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT id CHECK(id GLOB '????????-????-????-????-????????????' AND id NOT GLOB '*[^0-9a-f-]*'),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    at_utc TEXT NOT NULL CONSTRAINT at CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', at_utc, '+0 days') IS at_utc),
    at_off INTEGER NOT NULL CONSTRAINT at CHECK(at_off BETWEEN -1439 AND 1439),
    at_date TEXT NOT NULL,
    at_min INTEGER NOT NULL CONSTRAINT at CHECK(at_min BETWEEN 0 AND 1439),
    at_zone TEXT CONSTRAINT zone CHECK(length(at_zone) BETWEEN 1 AND 64),
    mg REAL CONSTRAINT mg CHECK(mg BETWEEN 0 AND 1000),
    drink TEXT CONSTRAINT drink CHECK(length(drink) BETWEEN 1 AND 200),
    servings REAL CONSTRAINT servings CHECK(servings BETWEEN 0.1 AND 50),
    source TEXT CONSTRAINT source CHECK(length(source) BETWEEN 1 AND 200),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT at CHECK(at_date || printf(' %02d:%02d', at_min / 60, at_min % 60) IS
        strftime('%Y-%m-%d %H:%M', at_utc, printf('%+d minutes', at_off))),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off)))
) STRICT;
CREATE INDEX caffeine_by_time ON caffeine (at_utc);
CREATE INDEX caffeine_by_change ON caffeine (mod);
CREATE TABLE stress (
    id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT id CHECK(id GLOB '????????-????-????-????-????????????' AND id NOT GLOB '*[^0-9a-f-]*'),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    at_utc TEXT NOT NULL CONSTRAINT at CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', at_utc, '+0 days') IS at_utc),
    at_off INTEGER NOT NULL CONSTRAINT at CHECK(at_off BETWEEN -1439 AND 1439),
    at_date TEXT NOT NULL,
    at_min INTEGER NOT NULL CONSTRAINT at CHECK(at_min BETWEEN 0 AND 1439),
    at_zone TEXT CONSTRAINT zone CHECK(length(at_zone) BETWEEN 1 AND 64),
    level INTEGER NOT NULL CONSTRAINT level CHECK(level BETWEEN 1 AND 5),
    note TEXT CONSTRAINT note CHECK(length(note) BETWEEN 1 AND 10000),
    source TEXT CONSTRAINT source CHECK(length(source) BETWEEN 1 AND 200),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT at CHECK(at_date || printf(' %02d:%02d', at_min / 60, at_min % 60) IS
        strftime('%Y-%m-%d %H:%M', at_utc, printf('%+d minutes', at_off))),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off)))
) STRICT;
CREATE INDEX stress_by_time ON stress (at_utc);
CREATE INDEX stress_by_change ON stress (mod);
CREATE TABLE sitting (
    id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT id CHECK(id GLOB '????????-????-????-????-????????????' AND id NOT GLOB '*[^0-9a-f-]*'),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    start_utc TEXT NOT NULL
        CONSTRAINT start CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', start_utc, '+0 days') IS start_utc),
    start_off INTEGER NOT NULL CONSTRAINT start CHECK(start_off BETWEEN -1439 AND 1439),
    start_date TEXT NOT NULL,
    start_min INTEGER NOT NULL CONSTRAINT start CHECK(start_min BETWEEN 0 AND 1439),
    start_zone TEXT CONSTRAINT zone CHECK(length(start_zone) BETWEEN 1 AND 64),
    duration_min INTEGER CONSTRAINT duration_min CHECK(duration_min BETWEEN 1 AND 1440),
    source TEXT CONSTRAINT source CHECK(length(source) BETWEEN 1 AND 200),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT start CHECK(start_date || printf(' %02d:%02d', start_min / 60, start_min % 60) IS
        strftime('%Y-%m-%d %H:%M', start_utc, printf('%+d minutes', start_off))),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off)))
) STRICT;
CREATE INDEX sitting_by_time ON sitting (start_utc);
CREATE INDEX sitting_by_change ON sitting (mod);
CREATE TABLE days (
    date TEXT NOT NULL PRIMARY KEY CONSTRAINT date CHECK(strftime('%Y-%m-%d', date, '+0 days') IS date),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    check_in TEXT CONSTRAINT check_in CHECK(check_in IN ('none', 'all_logged', 'some_logged')),
    exposures_complete INTEGER NOT NULL CONSTRAINT exposures_complete CHECK(exposures_complete IN (0, 1)),
    awake_from TEXT
        CONSTRAINT awake_from CHECK(awake_from IS NULL OR strftime('%H:%M', awake_from, '+0 minutes') IS awake_from),
    awake_to TEXT CONSTRAINT awake_to CHECK(awake_to IS NULL OR strftime('%H:%M', awake_to, '+0 minutes') IS awake_to),
    sleep_hours REAL CONSTRAINT sleep_hours CHECK(sleep_hours BETWEEN 0 AND 24),
    sleep_position_odd INTEGER NOT NULL CONSTRAINT sleep_position_odd CHECK(sleep_position_odd IN (0, 1)),
    worry INTEGER CONSTRAINT worry CHECK(worry BETWEEN 1 AND 5),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off)))
) STRICT;
CREATE INDEX days_by_change ON days (mod);
CREATE TABLE medicines (
    id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT id CHECK(id GLOB '????????-????-????-????-????????????' AND id NOT GLOB '*[^0-9a-f-]*'),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    date TEXT NOT NULL CONSTRAINT date CHECK(strftime('%Y-%m-%d', date, '+0 days') IS date),
    name TEXT NOT NULL CONSTRAINT name CHECK(length(name) BETWEEN 1 AND 200),
    change TEXT NOT NULL CONSTRAINT change CHECK(change IN ('started', 'changed', 'stopped')),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off)))
) STRICT;
CREATE INDEX medicines_by_time ON medicines (date);
CREATE INDEX medicines_by_change ON medicines (mod);
CREATE TABLE labs (
    id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT id CHECK(id GLOB '????????-????-????-????-????????????' AND id NOT GLOB '*[^0-9a-f-]*'),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    date TEXT NOT NULL CONSTRAINT date CHECK(strftime('%Y-%m-%d', date, '+0 days') IS date),
    analyte TEXT NOT NULL CONSTRAINT analyte CHECK(analyte IN (
        'potassium', 'magnesium', 'calcium', 'other')),
    value REAL CONSTRAINT value CHECK(value BETWEEN 0 AND 1000000),
    unit TEXT CONSTRAINT unit CHECK(length(unit) BETWEEN 1 AND 200),
    low REAL CONSTRAINT low CHECK(low BETWEEN 0 AND 1000000),
    high REAL CONSTRAINT high CHECK(high BETWEEN 0 AND 1000000),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off))),
    CONSTRAINT low CHECK(low <= high)
) STRICT;
CREATE INDEX labs_by_time ON labs (date);
CREATE INDEX labs_by_change ON labs (mod);
CREATE TABLE exams (
    id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT id CHECK(id GLOB '????????-????-????-????-????????????' AND id NOT GLOB '*[^0-9a-f-]*'),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    date TEXT NOT NULL CONSTRAINT date CHECK(strftime('%Y-%m-%d', date, '+0 days') IS date),
    kind TEXT NOT NULL CONSTRAINT kind CHECK(kind IN (
        'neurological_exam', 'emg', 'blood', 'imaging', 'other')),
    result TEXT NOT NULL CONSTRAINT result CHECK(result IN ('normal', 'abnormal', 'awaiting')),
    who TEXT CONSTRAINT who CHECK(length(who) BETWEEN 1 AND 200),
    note TEXT CONSTRAINT note CHECK(length(note) BETWEEN 1 AND 10000),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off)))
) STRICT;
CREATE INDEX exams_by_time ON exams (date);
CREATE INDEX exams_by_change ON exams (mod);
CREATE TABLE discussions (
    id TEXT NOT NULL PRIMARY KEY
        CONSTRAINT id CHECK(id GLOB '????????-????-????-????-????????????' AND id NOT GLOB '*[^0-9a-f-]*'),
    seq INTEGER NOT NULL UNIQUE,
    mod INTEGER NOT NULL,
    digest TEXT NOT NULL CONSTRAINT digest CHECK(length(digest) = 16),
    rule TEXT NOT NULL CONSTRAINT rule CHECK(length(rule) BETWEEN 1 AND 200),
    date TEXT NOT NULL CONSTRAINT date CHECK(strftime('%Y-%m-%d', date, '+0 days') IS date),
    recorded_utc TEXT NOT NULL
        CONSTRAINT recorded CHECK(strftime('%Y-%m-%dT%H:%M:%SZ', recorded_utc, '+0 days') IS recorded_utc),
    recorded_off INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_off BETWEEN -1439 AND 1439),
    recorded_date TEXT NOT NULL,
    recorded_min INTEGER NOT NULL CONSTRAINT recorded CHECK(recorded_min BETWEEN 0 AND 1439),
    CONSTRAINT recorded CHECK(recorded_date || printf(' %02d:%02d', recorded_min / 60, recorded_min % 60) IS
        strftime('%Y-%m-%d %H:%M', recorded_utc, printf('%+d minutes', recorded_off)))
) STRICT;
CREATE INDEX discussions_by_time ON discussions (date);
CREATE INDEX discussions_by_change ON discussions (mod);
"""
