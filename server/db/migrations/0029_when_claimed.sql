DROP INDEX "board_card_moves_open";--> statement-breakpoint
ALTER TABLE "board_card_moves" ADD COLUMN "claimed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "board_card_moves_open" ON "board_card_moves" USING btree ("claimed_at") WHERE "board_card_moves"."stage" <> 'left';