CREATE TABLE "doc_mentions" (
	"doc_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "doc_mentions_doc_id_person_id_pk" PRIMARY KEY("doc_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "inbox_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"room_id" uuid NOT NULL,
	"card" text DEFAULT '' NOT NULL,
	"comment_id" uuid,
	"changes" text[] DEFAULT '{}'::text[] NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"day" text,
	"key" text NOT NULL,
	"at" timestamp with time zone DEFAULT date_trunc('milliseconds', now()) NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "inbox_items_kind" CHECK ("inbox_items"."kind" in ('assigned', 'mentioned', 'answered', 'card-changed', 'rule', 'asked-learned', 'named-helper', 'due-tomorrow', 'overdue'))
);
--> statement-breakpoint
CREATE TABLE "inbox_off" (
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "inbox_off_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
ALTER TABLE "board_card_people" ADD COLUMN "learned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "board_card_people" ADD COLUMN "helps" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "board_card_people" ADD COLUMN "mentioned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "people_known" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "docs" ADD COLUMN "mentions_known" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "doc_mentions" ADD CONSTRAINT "doc_mentions_doc_id_docs_id_fk" FOREIGN KEY ("doc_id") REFERENCES "public"."docs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_off" ADD CONSTRAINT "inbox_off_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_items_once" ON "inbox_items" USING btree ("person_id","key");--> statement-breakpoint
CREATE INDEX "inbox_items_newest" ON "inbox_items" USING btree ("person_id","at","id");--> statement-breakpoint
CREATE INDEX "inbox_items_room" ON "inbox_items" USING btree ("room_id");