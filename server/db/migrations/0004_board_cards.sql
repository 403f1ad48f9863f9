CREATE TABLE "board_cards" (
	"board_id" uuid NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"column" text NOT NULL,
	"archived" boolean NOT NULL,
	CONSTRAINT "board_cards_board_id_id_pk" PRIMARY KEY("board_id","id")
);
--> statement-breakpoint
ALTER TABLE "board_cards" ADD CONSTRAINT "board_cards_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;