CREATE TABLE `phone_verifications` (
	`agent_id` text PRIMARY KEY NOT NULL,
	`phone_number` text NOT NULL,
	`code_hash` text NOT NULL,
	`wrong_attempts` integer DEFAULT 0 NOT NULL,
	`called_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `phone_verified` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `reach_by_phone` text DEFAULT 'offline' NOT NULL;--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `phone_language` text DEFAULT 'ja' NOT NULL;--> statement-breakpoint
ALTER TABLE `legs` ADD `phone_number` text;--> statement-breakpoint
ALTER TABLE `offers` ADD `leg_id` text;--> statement-breakpoint
CREATE INDEX `offers_by_leg` ON `offers` (`leg_id`);