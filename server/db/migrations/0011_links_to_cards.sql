DROP INDEX "doc_links_to";--> statement-breakpoint
ALTER TABLE "doc_links" DROP CONSTRAINT "doc_links_from_id_to_id_pk";--> statement-breakpoint
ALTER TABLE "doc_links" ADD COLUMN "card" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "doc_links" ADD CONSTRAINT "doc_links_from_id_to_id_card_pk" PRIMARY KEY("from_id","to_id","card");--> statement-breakpoint
CREATE INDEX "doc_links_to" ON "doc_links" USING btree ("to_id","card");