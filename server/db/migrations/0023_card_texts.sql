CREATE TABLE "board_card_texts" (
	"board_id" uuid NOT NULL,
	"card_id" text NOT NULL,
	"text" text NOT NULL,
	"letters" text NOT NULL,
	CONSTRAINT "board_card_texts_board_id_card_id_pk" PRIMARY KEY("board_id","card_id")
);
--> statement-breakpoint
ALTER TABLE "board_cards" ADD COLUMN "text_known" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "board_card_texts" ADD CONSTRAINT "board_card_texts_board_id_card_id_board_cards_board_id_id_fk" FOREIGN KEY ("board_id","card_id") REFERENCES "public"."board_cards"("board_id","id") ON DELETE cascade ON UPDATE no action;