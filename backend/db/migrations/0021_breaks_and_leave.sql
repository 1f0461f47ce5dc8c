ALTER TABLE `agent_settings` ADD `works_on_holidays` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `leave` text DEFAULT '[]' NOT NULL;