ALTER TABLE `alerts` ADD `problem` text;--> statement-breakpoint
ALTER TABLE `calls` ADD `submission_unknown_since` integer;--> statement-breakpoint
ALTER TABLE `carrier_commands` ADD `unsure_since` integer;--> statement-breakpoint
CREATE INDEX `carrier_commands_by_call` ON `carrier_commands` (`call_id`,`id`);