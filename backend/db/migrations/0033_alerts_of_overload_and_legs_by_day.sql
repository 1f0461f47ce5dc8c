ALTER TABLE `alerts` ADD `overload` text;--> statement-breakpoint
CREATE INDEX `legs_by_day` ON `legs` (`created_at`,`answered_at`,`joined_at`,`left_at`,`billed_seconds`);