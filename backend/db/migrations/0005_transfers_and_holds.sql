ALTER TABLE `legs` ADD `held_since` integer;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `transferred_by` text REFERENCES user(id);--> statement-breakpoint
ALTER TABLE `handoffs` ADD `asker_leg_id` text;