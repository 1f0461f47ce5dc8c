ALTER TABLE `campaigns` ADD `listing` text;--> statement-breakpoint
CREATE INDEX `campaign_members_by_number` ON `campaign_members` (`campaign_id`,`phone_number`);