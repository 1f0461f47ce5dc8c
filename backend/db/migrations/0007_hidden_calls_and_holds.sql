ALTER TABLE `calls` ADD `shown_to` text;--> statement-breakpoint
ALTER TABLE `legs` ADD `holds` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `handoffs` ADD `transfer_outcome` text;