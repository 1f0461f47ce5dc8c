ALTER TABLE `calls` ADD `mixed_conference_ref` text;--> statement-breakpoint
ALTER TABLE `legs` ADD `answered_at` integer;--> statement-breakpoint
ALTER TABLE `legs` ADD `billed_seconds` integer;