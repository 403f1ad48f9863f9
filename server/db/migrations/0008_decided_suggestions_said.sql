ALTER TABLE "doc_suggestion_decisions" ADD COLUMN "about" text;--> statement-breakpoint
CREATE INDEX "doc_suggestions_doc" ON "doc_suggestions" USING btree ("doc_id");