ALTER TABLE `recordings` ADD `paused_since` integer;--> statement-breakpoint
ALTER TABLE `recordings` ADD `keeping` text DEFAULT 'awaited' NOT NULL;--> statement-breakpoint
ALTER TABLE `recordings` ADD `sought_since` integer;--> statement-breakpoint
ALTER TABLE `recordings` ADD `stored_at` integer;--> statement-breakpoint
ALTER TABLE `recordings` ADD `bytes` integer;--> statement-breakpoint
ALTER TABLE `recordings` ADD `sha256` text;--> statement-breakpoint
ALTER TABLE `recordings` ADD `waveform` text;--> statement-breakpoint
ALTER TABLE `recordings` ADD `removed_at_carrier_at` integer;--> statement-breakpoint
CREATE INDEX `recordings_kept` ON `recordings` (`keeping`,`stored_at`);