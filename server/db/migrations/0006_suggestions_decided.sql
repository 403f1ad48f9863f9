ALTER TABLE "doc_suggestion_decisions" ADD COLUMN "batch_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "doc_suggestion_decisions" ADD COLUMN "undo_doc" "bytea";--> statement-breakpoint
ALTER TABLE "doc_suggestion_decisions" ADD COLUMN "undo_fork" "bytea";--> statement-breakpoint
ALTER TABLE "doc_suggestions" ADD COLUMN "deciding_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "doc_suggestion_decisions_batch" ON "doc_suggestion_decisions" USING btree ("batch_id");