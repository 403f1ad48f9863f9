CREATE TABLE "board_card_moves" (
	"board_id" uuid NOT NULL,
	"card" text NOT NULL,
	"to_board" uuid NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "board_card_moves_board_id_card_pk" PRIMARY KEY("board_id","card")
);
--> statement-breakpoint
ALTER TABLE "board_card_moves" ADD CONSTRAINT "board_card_moves_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_card_moves" ADD CONSTRAINT "board_card_moves_to_board_boards_id_fk" FOREIGN KEY ("to_board") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;