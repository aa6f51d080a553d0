-- The hub: what officers hand over, in any PostgreSQL from 15 on. Safe to run again: everything is made where it is missing, and every right is given anew.
-- Who may read and write what hangs on session_user, which no client can set; on nothing else.
DO $$
BEGIN
  -- The owner of it all logs in nowhere.
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'tinhgon_owner') THEN
    CREATE ROLE tinhgon_owner NOLOGIN;
  END IF;
  -- An officer of an agency.
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'tinhgon_member') THEN
    CREATE ROLE tinhgon_member NOLOGIN;
  END IF;
  -- The centre, which sees all agencies and publishes what it adds up.
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'tinhgon_centre') THEN
    CREATE ROLE tinhgon_centre NOLOGIN;
  END IF;
END
$$;
GRANT tinhgon_member TO tinhgon_centre;
GRANT tinhgon_owner TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS tinhgon AUTHORIZATION tinhgon_owner;
CREATE SCHEMA IF NOT EXISTS tinhgon_rollup AUTHORIZATION tinhgon_owner;
SET LOCAL ROLE tinhgon_owner;
SET LOCAL search_path = pg_catalog;
SET LOCAL client_min_messages = warning;

CREATE TABLE IF NOT EXISTS tinhgon.about (
  one integer PRIMARY KEY CHECK (one = 1),
  version integer NOT NULL
);

-- Who may hand over, and for which agency. Whoever is of the centre reads all; what the centre hands over is read by everybody.
CREATE TABLE IF NOT EXISTS tinhgon.member (
  login name PRIMARY KEY,
  agency text NOT NULL CHECK (agency <> ''),
  centre boolean NOT NULL
);

-- How many changes an agency has, and the hash of the last over all before it.
CREATE TABLE IF NOT EXISTS tinhgon.head (
  agency text PRIMARY KEY,
  number bigint NOT NULL CHECK (number >= 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);

-- The data files, each with its last change.
CREATE TABLE IF NOT EXISTS tinhgon.replica (
  replica bytea PRIMARY KEY CHECK (octet_length(replica) = 16),
  agency text NOT NULL REFERENCES tinhgon.head,
  login name NOT NULL,
  number bigint NOT NULL CHECK (number >= 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);

-- The changes, word for word: the truth of which all else is made.
CREATE TABLE IF NOT EXISTS tinhgon.change (
  -- That it is there is seen to by the function below, once for many changes.
  replica bytea NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  agency text NOT NULL,
  -- The how manieth of the agency; without holes.
  place bigint NOT NULL CHECK (place > 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  body bytea NOT NULL,
  login name NOT NULL,
  received timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (replica, number),
  UNIQUE (agency, place)
);

-- What the centre last added up, and from what.
CREATE TABLE IF NOT EXISTS tinhgon.rollup (
  one integer PRIMARY KEY CHECK (one = 1),
  programme text NOT NULL,
  day date NOT NULL,
  -- The hash of all consolidated rows.
  hash text NOT NULL,
  login name NOT NULL,
  published timestamptz NOT NULL DEFAULT now()
);

-- The last change of each data file that is in it.
CREATE TABLE IF NOT EXISTS tinhgon.rollup_head (
  replica bytea PRIMARY KEY,
  number bigint NOT NULL,
  hash bytea NOT NULL
);

-- The figures, computed exactly by the program: nothing in SQL has to be trusted with a division. One a target, stage and agency.
CREATE TABLE IF NOT EXISTS tinhgon.figure (
  agency text NOT NULL,
  name text NOT NULL,
  columns json NOT NULL,
  PRIMARY KEY (agency, name)
);

-- The consolidated rows of all nouns, as they follow from the changes; the views of the schema tinhgon_rollup have their columns.
CREATE TABLE IF NOT EXISTS tinhgon.line (
  place text NOT NULL,
  key text NOT NULL,
  -- The agency to which it belongs; nothing where it is of no one agency.
  agency text,
  columns json NOT NULL,
  PRIMARY KEY (place, key)
);
CREATE INDEX IF NOT EXISTS line_agency ON tinhgon.line (agency);

-- Hands over changes of a data file: hashes and bodies, from the number `first` on. What is there already is compared and skipped, so that whoever got no
-- answer sends it again. In one transaction: all of them are there, or none.
CREATE OR REPLACE FUNCTION tinhgon.append(of bytea, first bigint, hashes bytea[], bodies bytea[])
RETURNS bigint
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  mine text;
  top tinhgon.head%ROWTYPE;
  known tinhgon.replica%ROWTYPE;
  start constant bytea := decode(repeat('00', 32), 'hex');
  before bytea;
  own bytea;
  this bytea;
  skip bigint;
  at bigint;
  added bigint := 0;
BEGIN
  SELECT agency INTO mine FROM tinhgon.member WHERE login = session_user;
  IF mine IS NULL THEN
    RAISE EXCEPTION 'this login is no member' USING ERRCODE = 'TG001';
  END IF;
  IF octet_length(of) IS DISTINCT FROM 16 OR first IS NULL OR first < 1
     OR coalesce(array_length(bodies, 1), 0) = 0 OR array_length(hashes, 1) IS DISTINCT FROM array_length(bodies, 1)
     OR array_ndims(bodies) <> 1 OR array_lower(bodies, 1) <> 1 OR array_lower(hashes, 1) <> 1 THEN
    RAISE EXCEPTION 'malformed' USING ERRCODE = 'TG006';
  END IF;
  -- One after the other within an agency: its changes are numbered without holes, and whoever reads up to a number has all before it.
  INSERT INTO tinhgon.head (agency, number, hash) VALUES (mine, 0, start) ON CONFLICT DO NOTHING;
  SELECT * INTO top FROM tinhgon.head WHERE agency = mine FOR UPDATE;
  SELECT * INTO known FROM tinhgon.replica WHERE replica = of;
  IF NOT FOUND THEN
    known := ROW(of, mine, session_user, 0, start);
    INSERT INTO tinhgon.replica VALUES (known.*);
  ELSIF known.agency <> mine THEN
    RAISE EXCEPTION 'the data file is of another agency' USING ERRCODE = 'TG002';
  END IF;
  IF first > known.number + 1 THEN
    RAISE EXCEPTION 'changes before these are missing' USING ERRCODE = 'TG003', DETAIL = (known.number + 1)::text;
  END IF;
  IF first = 1 THEN
    before := start;
  ELSE
    SELECT hash INTO STRICT before FROM tinhgon.change WHERE replica = of AND number = first - 1;
  END IF;
  -- Those that are known are compared, not believed.
  skip := greatest(known.number - first + 1, 0);
  IF skip > 0 THEN
    SELECT min(c.number) INTO at FROM unnest(hashes) WITH ORDINALITY AS u (h, i)
      JOIN tinhgon.change c ON c.replica = of AND c.number = first + u.i - 1
      WHERE u.i <= skip AND c.number BETWEEN first AND first + array_length(hashes, 1) - 1 AND c.hash IS DISTINCT FROM u.h;
    IF at IS NOT NULL THEN
      RAISE EXCEPTION 'another change has this number' USING ERRCODE = 'TG005', DETAIL = at::text;
    END IF;
  END IF;
  SELECT min(first + c.i - 1) INTO at
    FROM (SELECT h, b, i, lag(h, 1, before) OVER (ORDER BY i) AS last
          FROM unnest(hashes, bodies) WITH ORDINALITY AS u (h, b, i)) c
    WHERE c.h IS DISTINCT FROM sha256(c.last || c.b);
  IF at IS NOT NULL THEN
    RAISE EXCEPTION 'the hashes do not hang together' USING ERRCODE = 'TG004', DETAIL = at::text;
  END IF;
  -- The head of a change: its form, its data file, its number; behind the clock its agency, which is that of the login or said to be none.
  SELECT min(first + u.i - 1) INTO at FROM unnest(bodies) WITH ORDINALITY AS u (b, i)
    WHERE u.i > skip AND substring(u.b FROM 1 FOR 28) IS DISTINCT FROM convert_to('tgc1', 'UTF8') || of || int8send(first + u.i - 1);
  IF at IS NOT NULL THEN
    RAISE EXCEPTION 'malformed' USING ERRCODE = 'TG006', DETAIL = at::text;
  END IF;
  own := int8send(octet_length(convert_to(mine, 'UTF8'))) || convert_to(mine, 'UTF8');
  SELECT min(first + u.i - 1) INTO at FROM unnest(bodies) WITH ORDINALITY AS u (b, i)
    WHERE u.i > skip AND substring(u.b FROM 37 FOR octet_length(own)) IS DISTINCT FROM own
      AND substring(u.b FROM 37 FOR 8) IS DISTINCT FROM int8send(0);
  IF at IS NOT NULL THEN
    RAISE EXCEPTION 'the change is of another agency' USING ERRCODE = 'TG007', DETAIL = at::text;
  END IF;
  INSERT INTO tinhgon.change (replica, number, agency, place, hash, body, login)
    SELECT of, first + u.i - 1, mine, top.number + u.i - skip, u.h, u.b, session_user
    FROM unnest(hashes, bodies) WITH ORDINALITY AS u (h, b, i) WHERE u.i > skip ORDER BY u.i;
  GET DIAGNOSTICS added = ROW_COUNT;
  IF added > 0 THEN
    FOREACH this IN ARRAY hashes[skip + 1:] LOOP
      top.hash := sha256(top.hash || this);
    END LOOP;
    UPDATE tinhgon.head SET number = top.number + added, hash = top.hash WHERE agency = mine;
    UPDATE tinhgon.replica SET number = known.number + added, hash = this WHERE replica = of;
  END IF;
  RETURN added;
END
$$;

-- Rows are kept from who may not see them, the owner of the tables too.
DO $$
DECLARE
  name text;
  policy record;
BEGIN
  FOREACH name IN ARRAY ARRAY['about', 'member', 'head', 'replica', 'change', 'rollup', 'rollup_head', 'figure', 'line'] LOOP
    EXECUTE format('ALTER TABLE tinhgon.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE tinhgon.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('REVOKE ALL ON TABLE tinhgon.%I FROM PUBLIC, tinhgon_member, tinhgon_centre', name);
    EXECUTE format('GRANT SELECT ON TABLE tinhgon.%I TO tinhgon_member', name);
  END LOOP;
  FOR policy IN SELECT polname, relname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
                WHERE c.relnamespace = 'tinhgon'::regnamespace LOOP
    EXECUTE format('DROP POLICY %I ON tinhgon.%I', policy.polname, policy.relname);
  END LOOP;
END
$$;
REVOKE ALL ON SCHEMA tinhgon, tinhgon_rollup FROM PUBLIC;
GRANT USAGE ON SCHEMA tinhgon, tinhgon_rollup TO tinhgon_member;
REVOKE ALL ON FUNCTION tinhgon.append(bytea, bigint, bytea[], bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tinhgon.append(bytea, bigint, bytea[], bytea[]) TO tinhgon_member;
GRANT INSERT, DELETE ON tinhgon.rollup, tinhgon.rollup_head, tinhgon.figure, tinhgon.line TO tinhgon_centre;

CREATE POLICY read ON tinhgon.about FOR SELECT USING (true);
CREATE POLICY keep ON tinhgon.about TO tinhgon_owner USING (true) WITH CHECK (true);

CREATE POLICY read ON tinhgon.member FOR SELECT USING (login = session_user OR centre);
CREATE POLICY keep ON tinhgon.member TO tinhgon_owner USING (true) WITH CHECK (true);

CREATE POLICY read ON tinhgon.head FOR SELECT USING (
  agency IN (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user OR m.centre)
  OR EXISTS (SELECT FROM tinhgon.member m WHERE m.login = session_user AND m.centre));
CREATE POLICY begin ON tinhgon.head FOR INSERT TO tinhgon_owner
  WITH CHECK (agency = (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user));
CREATE POLICY advance ON tinhgon.head FOR UPDATE TO tinhgon_owner
  USING (agency = (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user));

CREATE POLICY read ON tinhgon.replica FOR SELECT USING (
  agency IN (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user OR m.centre)
  OR EXISTS (SELECT FROM tinhgon.member m WHERE m.login = session_user AND m.centre));
-- Whether a data file is of another agency is to be seen by the function.
CREATE POLICY known ON tinhgon.replica FOR SELECT TO tinhgon_owner USING (true);
CREATE POLICY begin ON tinhgon.replica FOR INSERT TO tinhgon_owner
  WITH CHECK (agency = (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user));
CREATE POLICY advance ON tinhgon.replica FOR UPDATE TO tinhgon_owner
  USING (agency = (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user));

-- A change is read and added; nobody, the owner included, has a right to alter or to delete one.
CREATE POLICY read ON tinhgon.change FOR SELECT USING (
  agency IN (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user OR m.centre)
  OR EXISTS (SELECT FROM tinhgon.member m WHERE m.login = session_user AND m.centre));
CREATE POLICY append ON tinhgon.change FOR INSERT TO tinhgon_owner
  WITH CHECK (agency = (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user));

CREATE POLICY read ON tinhgon.rollup FOR SELECT USING (EXISTS (SELECT FROM tinhgon.member m WHERE m.login = session_user));
CREATE POLICY read ON tinhgon.rollup_head FOR SELECT
  USING (EXISTS (SELECT FROM tinhgon.member m WHERE m.login = session_user));
CREATE POLICY read ON tinhgon.figure FOR SELECT USING (
  agency IN (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user)
  OR EXISTS (SELECT FROM tinhgon.member m WHERE m.login = session_user AND m.centre));
CREATE POLICY read ON tinhgon.line FOR SELECT USING (
  agency IN (SELECT m.agency FROM tinhgon.member m WHERE m.login = session_user)
  OR EXISTS (SELECT FROM tinhgon.member m WHERE m.login = session_user AND m.centre));
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['rollup', 'rollup_head', 'figure', 'line'] LOOP
    EXECUTE format('CREATE POLICY publish ON tinhgon.%I TO tinhgon_centre '
      'USING (EXISTS (SELECT FROM tinhgon.member m WHERE m.login = session_user AND m.centre)) '
      'WITH CHECK (EXISTS (SELECT FROM tinhgon.member m WHERE m.login = session_user AND m.centre))', name);
  END LOOP;
END
$$;

DELETE FROM tinhgon.about;
INSERT INTO tinhgon.about (one, version) VALUES (1, 1);
