CREATE TABLE `campaign_members` (
	`campaign_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`position` integer NOT NULL,
	`phone_number` text NOT NULL,
	`time_zone` text NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`reason` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer,
	`last_attempt_at` integer,
	`call_id` text,
	PRIMARY KEY(`campaign_id`, `customer_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `campaign_members_by_turn` ON `campaign_members` (`campaign_id`,`state`,`time_zone`,`next_attempt_at`,`position`);--> statement-breakpoint
CREATE INDEX `campaign_members_by_position` ON `campaign_members` (`campaign_id`,`position`);--> statement-breakpoint
CREATE INDEX `campaign_members_called_by_number` ON `campaign_members` (`phone_number`) WHERE attempts > 0;--> statement-breakpoint
CREATE INDEX `campaign_members_by_call` ON `campaign_members` (`call_id`) WHERE call_id is not null;--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`paused_for` text,
	`settings` text NOT NULL,
	`source` text NOT NULL,
	`time_zones` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`running_since` integer,
	`ended_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `campaigns_by_creation` ON `campaigns` (`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `calls` ADD `campaign_id` text REFERENCES campaigns(id);--> statement-breakpoint
CREATE UNIQUE INDEX `calls_one_open_a_campaigned_number` ON `calls` (`phone_number`) WHERE ended_at is null and campaign_id is not null;--> statement-breakpoint
CREATE INDEX `calls_by_campaign` ON `calls` (`campaign_id`,`started_at`) WHERE "calls"."campaign_id" is not null;