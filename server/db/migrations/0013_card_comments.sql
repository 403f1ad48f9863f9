CREATE TABLE "card_watches" (
	"room_id" uuid NOT NULL,
	"card" text NOT NULL,
	"person_id" uuid NOT NULL,
	"watching" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "card_watches_room_id_card_person_id_pk" PRIMARY KEY("room_id","card","person_id")
);
--> statement-breakpoint
ALTER TABLE "comment_threads" ADD COLUMN "card" text;--> statement-breakpoint
ALTER TABLE "card_watches" ADD CONSTRAINT "card_watches_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_watches" ADD CONSTRAINT "card_watches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_watches_person" ON "card_watches" USING btree ("person_id","room_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_threads_card" ON "comment_threads" USING btree ("room_id","card") WHERE "comment_threads"."card" is not null;