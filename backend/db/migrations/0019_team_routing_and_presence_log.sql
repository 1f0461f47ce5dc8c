CREATE TABLE `presence_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agent_id` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	`by` text,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `presence_changes_by_agent` ON `presence_changes` (`agent_id`,`at`);--> statement-breakpoint
CREATE TABLE `team_settings` (
	`key` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `routing_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`handoff_id` text NOT NULL,
	`at` integer NOT NULL,
	`step` text,
	`strategy` text NOT NULL,
	`verdicts` text NOT NULL,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoffs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `routing_decisions_by_handoff` ON `routing_decisions` (`handoff_id`);--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `skills` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `caller_number` text;--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `waiting_since` integer;--> statement-breakpoint
CREATE INDEX `offers_by_agent_and_time` ON `offers` (`agent_id`,`offered_at`);