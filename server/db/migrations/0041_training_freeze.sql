CREATE FUNCTION training_place_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW.id, NEW.record_id, NEW.week) IS DISTINCT FROM (OLD.id, OLD.record_id, OLD.week) THEN
		RAISE EXCEPTION 'a week stays where it is' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER training_weeks_stay BEFORE UPDATE ON "training_weeks" FOR EACH ROW EXECUTE FUNCTION training_place_stays();
--> statement-breakpoint
CREATE FUNCTION training_person_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW.id, NEW.record_id, NEW.person_id, NEW.role) IS DISTINCT FROM (OLD.id, OLD.record_id, OLD.person_id, OLD.role) THEN
		RAISE EXCEPTION 'who was in a training record stays who it was' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER training_people_stay BEFORE UPDATE ON "training_people" FOR EACH ROW EXECUTE FUNCTION training_person_stays();
--> statement-breakpoint
CREATE FUNCTION training_record_stays_once_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW.id, NEW.workspace_id, NEW.plan_id, NEW.plan_version, NEW.starts_on, NEW.ends_on, NEW.begun_by, NEW.created_at, NEW.in_force_at)
		IS DISTINCT FROM (OLD.id, OLD.workspace_id, OLD.plan_id, OLD.plan_version, OLD.starts_on, OLD.ends_on, OLD.begun_by, OLD.created_at, OLD.in_force_at)
		AND EXISTS (SELECT 1 FROM training_signatures s WHERE s.record_id = OLD.id) THEN
		RAISE EXCEPTION 'a training record in which something is signed stays what it is' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER training_records_stay BEFORE UPDATE ON "training_records" FOR EACH ROW EXECUTE FUNCTION training_record_stays_once_signed();
--> statement-breakpoint
CREATE FUNCTION training_signature_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	said jsonb := NEW.statement::jsonb;
	latest record;
	signed record;
BEGIN
	SELECT w.record_id, w.week, p.part, p.hash, p.closed_at INTO signed
		FROM training_submissions p JOIN training_weeks w ON w.id = p.week_id WHERE p.id = NEW.submission_id;
	SELECT s.nth, s.hash INTO latest FROM training_signatures s WHERE s.record_id = NEW.record_id ORDER BY s.nth DESC LIMIT 1;
	IF signed.record_id IS DISTINCT FROM NEW.record_id OR signed.closed_at IS NOT NULL THEN
		RAISE EXCEPTION 'a signature is of something submitted in its own training record' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NEW.nth <> coalesce(latest.nth, 0) + 1 OR said ->> 'previous' IS DISTINCT FROM latest.hash THEN
		RAISE EXCEPTION 'a signature comes behind the last one of its training record' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NEW.hash <> encode(sha256(convert_to(NEW.statement || E'\n' || NEW.signature, 'UTF8')), 'hex')
		OR (said ->> 'record', said ->> 'week', said ->> 'part', said ->> 'hash', said ->> 'nth', said ->> 'role', said -> 'person' ->> 'id')
		IS DISTINCT FROM (NEW.record_id::text, signed.week, signed.part::text, signed.hash, NEW.nth::text, NEW.role, NEW.person_id::text) THEN
		RAISE EXCEPTION 'a signature says what it is of' USING ERRCODE = 'restrict_violation';
	END IF;
	IF NEW.role = 'apprentice' OR NOT EXISTS (
		SELECT 1 FROM training_people t WHERE t.record_id = NEW.record_id AND t.person_id = NEW.person_id
			AND t.role = NEW.role AND t.agreed_at IS NOT NULL AND t.left_at IS NULL
	) THEN
		RAISE EXCEPTION 'nobody signs but who is trainer or school now' USING ERRCODE = 'restrict_violation';
	END IF;
	IF EXISTS (SELECT 1 FROM training_signatures s WHERE s.submission_id = NEW.submission_id AND s.person_id = NEW.person_id) THEN
		RAISE EXCEPTION 'two sign a week' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER training_signatures_fit BEFORE INSERT ON "training_signatures" FOR EACH ROW EXECUTE FUNCTION training_signature_fits();
--> statement-breakpoint
CREATE FUNCTION training_is_never_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	is_there boolean;
BEGIN
	EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', TG_TABLE_NAME) INTO is_there;
	IF is_there THEN
		RAISE EXCEPTION '% is never emptied at once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER training_signatures_are_there BEFORE TRUNCATE ON "training_signatures" FOR EACH STATEMENT EXECUTE FUNCTION training_is_never_emptied();
--> statement-breakpoint
CREATE TRIGGER training_submissions_are_there BEFORE TRUNCATE ON "training_submissions" FOR EACH STATEMENT EXECUTE FUNCTION training_is_never_emptied();
--> statement-breakpoint
CREATE TRIGGER training_keys_are_there BEFORE TRUNCATE ON "training_keys" FOR EACH STATEMENT EXECUTE FUNCTION training_is_never_emptied();
--> statement-breakpoint
CREATE TRIGGER training_plan_versions_are_there BEFORE TRUNCATE ON "training_plan_versions" FOR EACH STATEMENT EXECUTE FUNCTION training_is_never_emptied();
