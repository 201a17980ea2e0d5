PRAGMA application_id = 1097233527;
BEGIN TRANSACTION;
CREATE TABLE draft (
        opportunity_id TEXT NOT NULL,
        interview_id TEXT NOT NULL,
        person_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        tone TEXT NOT NULL,
        channel TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        edited INTEGER NOT NULL,
        copied_at TEXT,
        saved_at TEXT NOT NULL,
        PRIMARY KEY (opportunity_id, interview_id, person_id, kind, tone, channel)
    );
INSERT INTO "draft" VALUES('o0','','p0','thank_you','warm','email','Thank you','Dear Priya,',0,NULL,'2026-05-14T14:20:00.000000+00:00');
CREATE TABLE fact (
        id TEXT NOT NULL PRIMARY KEY,
        opportunity_id TEXT NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL,
        at TEXT NOT NULL,
        day TEXT,
        interview_id TEXT REFERENCES interview DEFERRABLE INITIALLY DEFERRED,
        person_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL
    );
CREATE TABLE highlight (
        id TEXT NOT NULL PRIMARY KEY,
        interview_id TEXT NOT NULL REFERENCES interview DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL,
        used_for TEXT NOT NULL,
        place REAL NOT NULL
    );
CREATE TABLE interview (
        id TEXT NOT NULL PRIMARY KEY,
        opportunity_id TEXT NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL,
        start TEXT,
        "end" TEXT,
        end_estimated INTEGER NOT NULL,
        zone TEXT NOT NULL,
        "where" TEXT NOT NULL,
        met TEXT NOT NULL,
        skipped TEXT NOT NULL,
        decides_at_once INTEGER NOT NULL,
        joined INTEGER,
        notes TEXT NOT NULL
    );
CREATE TABLE message (
        id TEXT NOT NULL PRIMARY KEY,
        opportunity_id TEXT NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        interview_id TEXT REFERENCES interview DEFERRABLE INITIALLY DEFERRED,
        person_id TEXT REFERENCES person DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL,
        channel TEXT NOT NULL,
        sent_at TEXT NOT NULL,
        to_name TEXT NOT NULL,
        to_address TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        original TEXT NOT NULL,
        names TEXT NOT NULL,
        outside INTEGER NOT NULL,
        unsent_at TEXT,
        bounced_at TEXT
    );
INSERT INTO "message" VALUES('m0','o0',NULL,'p0','thank_you','email','2026-05-14T14:20:00.000000+00:00','','','','Letter 0. ','','[]',0,NULL,NULL);
CREATE TABLE opportunity (
        id TEXT NOT NULL PRIMARY KEY,
        company TEXT NOT NULL,
        role TEXT NOT NULL,
        link TEXT NOT NULL,
        notes TEXT NOT NULL,
        applied_at TEXT,
        closing TEXT,
        no_contact INTEGER NOT NULL,
        agency INTEGER NOT NULL,
        direct_contact_ok INTEGER NOT NULL,
        employer_kind TEXT NOT NULL,
        country TEXT NOT NULL,
        zone TEXT NOT NULL,
        outcome TEXT,
        outcome_at TEXT,
        place REAL NOT NULL,
        snoozed_until TEXT,
        snoozed_matter TEXT NOT NULL,
        created_at TEXT NOT NULL,
        deleted_at TEXT
    );
INSERT INTO "opportunity" VALUES('o0','Company 0','','',' .0 retteL',NULL,NULL,0,0,0,'company','','',NULL,NULL,0.0,NULL,'','2026-05-14T14:20:00.000000+00:00',NULL);
CREATE TABLE person (
        id TEXT NOT NULL PRIMARY KEY,
        opportunity_id TEXT NOT NULL REFERENCES opportunity DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        part TEXT NOT NULL,
        main_contact INTEGER NOT NULL,
        postal_address TEXT NOT NULL,
        place REAL NOT NULL
    );
INSERT INTO "person" VALUES('p0','o0','Person 0','','interviewer',0,'',0.0);
CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
INSERT INTO "setting" VALUES('profile','{"name": "Maya Ferrer", "sign_off": "", "phone": "", "email": "", "link": "", "zone": "", "country": ""}');
CREATE INDEX person_of ON person (opportunity_id);
CREATE INDEX interview_of ON interview (opportunity_id);
CREATE INDEX highlight_of ON highlight (interview_id);
CREATE INDEX message_of ON message (opportunity_id);
CREATE INDEX message_after ON message (interview_id) WHERE interview_id IS NOT NULL;
CREATE INDEX message_to ON message (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX fact_of ON fact (opportunity_id);
CREATE INDEX fact_about ON fact (interview_id) WHERE interview_id IS NOT NULL;
CREATE INDEX fact_by ON fact (person_id) WHERE person_id IS NOT NULL;
COMMIT;
PRAGMA user_version = 1;
