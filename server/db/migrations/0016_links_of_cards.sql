CREATE TABLE "card_links" (
	"board_id" uuid NOT NULL,
	"card_id" text NOT NULL,
	"to_id" uuid NOT NULL,
	"to_card" text DEFAULT '' NOT NULL,
	CONSTRAINT "card_links_board_id_card_id_to_id_to_card_pk" PRIMARY KEY("board_id","card_id","to_id","to_card")
);
--> statement-breakpoint
ALTER TABLE "card_links" ADD CONSTRAINT "card_links_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_links_to" ON "card_links" USING btree ("to_id","to_card");