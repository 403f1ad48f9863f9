CREATE TABLE "board_mutes" (
	"board_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "board_mutes_board_id_person_id_pk" PRIMARY KEY("board_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "board_mutes" ADD CONSTRAINT "board_mutes_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_mutes" ADD CONSTRAINT "board_mutes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_mutes_person" ON "board_mutes" USING btree ("person_id");