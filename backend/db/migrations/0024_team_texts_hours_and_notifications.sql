CREATE TABLE `team_template_versions` (
	`version` integer PRIMARY KEY NOT NULL,
	`texts` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text,
	FOREIGN KEY (`saved_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `own_hours` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `notifications` text;--> statement-breakpoint
UPDATE `agent_settings` SET `own_hours` = true;
