CREATE TABLE "room_updates_quarantined" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint NOT NULL,
	"room_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checksum" integer,
	"quarantined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"why" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_updates_replaced" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"checksum" integer,
	"replaced_by" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "room_updates" ADD COLUMN "checksum" integer;--> statement-breakpoint
ALTER TABLE "room_updates_quarantined" ADD CONSTRAINT "room_updates_quarantined_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_updates_quarantined" ADD CONSTRAINT "room_updates_quarantined_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_updates_replaced" ADD CONSTRAINT "room_updates_replaced_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_updates_replaced" ADD CONSTRAINT "room_updates_replaced_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_updates_quarantined_room" ON "room_updates_quarantined" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "room_updates_replaced_room" ON "room_updates_replaced" USING btree ("room_id");