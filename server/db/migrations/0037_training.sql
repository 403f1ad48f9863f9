CREATE TABLE "training_keys" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"private_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"record_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreed_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "training_people_role" CHECK ("training_people"."role" in ('apprentice', 'trainer', 'school'))
);
--> statement-breakpoint
CREATE TABLE "training_plan_versions" (
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"occupation" text NOT NULL,
	"items" jsonb NOT NULL,
	"written_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "training_plan_versions_plan_id_version_pk" PRIMARY KEY("plan_id","version"),
	CONSTRAINT "training_plan_versions_version" CHECK ("training_plan_versions"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "training_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"maker_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"plan_version" integer NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"begun_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"in_force_at" timestamp with time zone,
	"taken_at" timestamp with time zone,
	CONSTRAINT "training_records_days" CHECK ("training_records"."starts_on" < "training_records"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "training_returns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "training_returns_role" CHECK ("training_returns"."role" in ('apprentice', 'trainer', 'school'))
);
--> statement-breakpoint
CREATE TABLE "training_signatures" (
	"record_id" uuid NOT NULL,
	"nth" integer NOT NULL,
	"submission_id" uuid NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"signature" text NOT NULL,
	"hash" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "training_signatures_record_id_nth_pk" PRIMARY KEY("record_id","nth"),
	CONSTRAINT "training_signatures_nth" CHECK ("training_signatures"."nth" > 0),
	CONSTRAINT "training_signatures_role" CHECK ("training_signatures"."role" in ('apprentice', 'trainer', 'school')),
	CONSTRAINT "training_signatures_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "training_submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"week_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"canonical" text NOT NULL,
	"hash" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "training_submissions_part" CHECK ("training_submissions"."part" >= 0),
	CONSTRAINT "training_submissions_hash" CHECK ("hash" = encode(sha256(convert_to("canonical", 'UTF8')), 'hex'))
);
--> statement-breakpoint
CREATE TABLE "training_weeks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"record_id" uuid NOT NULL,
	"week" text NOT NULL,
	"absence" text DEFAULT 'none' NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "training_weeks_absence" CHECK ("training_weeks"."absence" in ('none', 'holiday', 'sick', 'school-block', 'other'))
);
--> statement-breakpoint
ALTER TABLE "training_keys" ADD CONSTRAINT "training_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_people" ADD CONSTRAINT "training_people_record_id_training_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."training_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_people" ADD CONSTRAINT "training_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_plan_versions" ADD CONSTRAINT "training_plan_versions_plan_id_training_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."training_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_plan_versions" ADD CONSTRAINT "training_plan_versions_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_plans" ADD CONSTRAINT "training_plans_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_plans" ADD CONSTRAINT "training_plans_maker_id_people_id_fk" FOREIGN KEY ("maker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_begun_by_people_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_records" ADD CONSTRAINT "training_records_plan" FOREIGN KEY ("plan_id","plan_version") REFERENCES "public"."training_plan_versions"("plan_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_returns" ADD CONSTRAINT "training_returns_submission_id_training_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."training_submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_returns" ADD CONSTRAINT "training_returns_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_signatures" ADD CONSTRAINT "training_signatures_record_id_training_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."training_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_signatures" ADD CONSTRAINT "training_signatures_submission_id_training_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."training_submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_signatures" ADD CONSTRAINT "training_signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_submissions" ADD CONSTRAINT "training_submissions_week_id_training_weeks_id_fk" FOREIGN KEY ("week_id") REFERENCES "public"."training_weeks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_weeks" ADD CONSTRAINT "training_weeks_record_id_training_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."training_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "training_people_person" ON "training_people" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "training_people_now" ON "training_people" USING btree ("record_id","role") WHERE agreed_at is not null and left_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "training_people_asked" ON "training_people" USING btree ("record_id","role") WHERE agreed_at is null and left_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "training_people_one_role" ON "training_people" USING btree ("record_id","person_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "training_plans_workspace" ON "training_plans" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "training_records_workspace" ON "training_records" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "training_returns_submission" ON "training_returns" USING btree ("submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "training_signatures_once" ON "training_signatures" USING btree ("submission_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "training_submissions_open" ON "training_submissions" USING btree ("week_id","part") WHERE closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "training_weeks_week" ON "training_weeks" USING btree ("record_id","week");--> statement-breakpoint
CREATE FUNCTION training_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND current_setting('atelier.erasing', true) = 'on' THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION training_stays_once_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' AND current_setting('atelier.erasing', true) = 'on' THEN
		RETURN OLD;
	END IF;
	IF EXISTS (SELECT 1 FROM training_signatures s WHERE s.submission_id = OLD.id) THEN
		RAISE EXCEPTION 'what is signed is never changed' USING ERRCODE = 'restrict_violation';
	END IF;
	IF TG_OP = 'DELETE' THEN
		RETURN OLD;
	END IF;
	IF (NEW.id, NEW.week_id, NEW.part, NEW.canonical, NEW.hash, NEW.submitted_at)
		IS DISTINCT FROM (OLD.id, OLD.week_id, OLD.part, OLD.canonical, OLD.hash, OLD.submitted_at) THEN
		RAISE EXCEPTION 'what was submitted is never changed' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER training_signatures_stay BEFORE UPDATE OR DELETE ON "training_signatures" FOR EACH ROW EXECUTE FUNCTION training_stays();
--> statement-breakpoint
CREATE TRIGGER training_plan_versions_stay BEFORE UPDATE OR DELETE ON "training_plan_versions" FOR EACH ROW EXECUTE FUNCTION training_stays();
--> statement-breakpoint
CREATE TRIGGER training_keys_stay BEFORE UPDATE OR DELETE ON "training_keys" FOR EACH ROW EXECUTE FUNCTION training_stays();
--> statement-breakpoint
CREATE TRIGGER training_submissions_stay BEFORE UPDATE OR DELETE ON "training_submissions" FOR EACH ROW EXECUTE FUNCTION training_stays_once_signed();
