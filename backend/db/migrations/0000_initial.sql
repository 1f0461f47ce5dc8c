CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`impersonated_by` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'agent' NOT NULL,
	`banned` integer DEFAULT false,
	`ban_reason` text,
	`ban_expires` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer,
	`updated_at` integer
);
--> statement-breakpoint
CREATE TABLE `agent_presence` (
	`agent_id` text PRIMARY KEY NOT NULL,
	`chosen` text DEFAULT 'available' NOT NULL,
	`busy_reason` text,
	`wrap_up_until` integer,
	`last_call_ended_at` integer,
	`announced` text DEFAULT 'offline' NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `agent_settings` (
	`agent_id` text PRIMARY KEY NOT NULL,
	`phone_number` text,
	`conversation` text,
	`time_zone` text DEFAULT 'Asia/Tokyo' NOT NULL,
	`working_hours` text NOT NULL,
	`priority` integer DEFAULT 5 NOT NULL,
	`concurrency` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`status` text NOT NULL,
	`customer_id` text NOT NULL,
	`phone_number` text NOT NULL,
	`owner_id` text,
	`started_by` text,
	`conference_name` text NOT NULL,
	`conference_ref` text,
	`started_at` integer NOT NULL,
	`answered_at` integer,
	`ended_at` integer,
	`transcribed_since` integer,
	`stage` text DEFAULT 'opening' NOT NULL,
	`result` text,
	`result_reason` text,
	`next_action` text,
	`note` text DEFAULT '' NOT NULL,
	`result_confirmed_by` text,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`result_confirmed_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calls_conferenceName_unique` ON `calls` (`conference_name`);--> statement-breakpoint
CREATE UNIQUE INDEX `calls_one_open_a_customer` ON `calls` (`customer_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `calls_by_start` ON `calls` (`started_at`);--> statement-breakpoint
CREATE INDEX `calls_by_owner` ON `calls` (`owner_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `calls_by_customer` ON `calls` (`customer_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`call_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`round` integer NOT NULL,
	`phase` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `legs` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`kind` text NOT NULL,
	`via` text NOT NULL,
	`label` text NOT NULL,
	`agent_id` text,
	`carrier_ref` text,
	`state` text NOT NULL,
	`muted` integer DEFAULT false NOT NULL,
	`on_hold` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`joined_at` integer,
	`left_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `legs_by_label` ON `legs` (`call_id`,`label`);--> statement-breakpoint
CREATE TABLE `recordings` (
	`carrier_ref` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer,
	`duration_seconds` integer,
	`channels` integer,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recordings_by_call` ON `recordings` (`call_id`);--> statement-breakpoint
CREATE TABLE `turns` (
	`call_id` text NOT NULL,
	`number` integer NOT NULL,
	`speaker` text NOT NULL,
	`agent_id` text,
	`text` text NOT NULL,
	`confidence` real,
	`intent` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`call_id`, `number`),
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`action` text NOT NULL,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit` (`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`company` text NOT NULL,
	`company_kana` text,
	`person` text,
	`department` text,
	`phone_number` text NOT NULL,
	`owner_id` text,
	`status` text DEFAULT 'new' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`time_zone` text DEFAULT 'Asia/Tokyo' NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `customers_by_number` ON `customers` (`phone_number`);--> statement-breakpoint
CREATE INDEX `customers_by_owner` ON `customers` (`owner_id`);--> statement-breakpoint
CREATE INDEX `customers_by_company` ON `customers` (`company_kana`,`company`);--> statement-breakpoint
CREATE TABLE `do_not_call` (
	`phone_number` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`call_id` text,
	`added_by` text,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`agent_id` text,
	`call_id` text,
	`due_at` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`done_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `reminders_by_due` ON `reminders` (`done_at`,`due_at`);--> statement-breakpoint
CREATE INDEX `reminders_by_customer` ON `reminders` (`customer_id`);--> statement-breakpoint
CREATE TABLE `handoffs` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`urgency` text NOT NULL,
	`requested_by` text NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`agent_id` text,
	`client_id` text,
	`leg_id` text,
	`attempt` integer DEFAULT 1 NOT NULL,
	`floor_free` integer DEFAULT false NOT NULL,
	`requested_at` integer NOT NULL,
	`connected_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handoffs_by_call` ON `handoffs` (`call_id`,`requested_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `handoffs_one_open_a_call` ON `handoffs` (`call_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`handoff_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`status` text NOT NULL,
	`decline_reason` text,
	`offered_at` integer NOT NULL,
	`deadline` integer NOT NULL,
	`responded_at` integer,
	FOREIGN KEY (`handoff_id`) REFERENCES `handoffs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `offers_by_handoff` ON `offers` (`handoff_id`);--> statement-breakpoint
CREATE INDEX `offers_by_agent` ON `offers` (`agent_id`,`status`);--> statement-breakpoint
CREATE TABLE `carrier_commands` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`call_id` text NOT NULL,
	`command` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `carrier_commands_open` ON `carrier_commands` (`state`,`call_id`,`id`);--> statement-breakpoint
CREATE TABLE `events` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`audience` text
);
--> statement-breakpoint
CREATE TABLE `timers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`due_at` integer NOT NULL,
	`event` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `timers_key_unique` ON `timers` (`key`);--> statement-breakpoint
CREATE INDEX `timers_by_due` ON `timers` (`due_at`);--> statement-breakpoint
CREATE TABLE `webhook_receipts` (
	`key` text PRIMARY KEY NOT NULL,
	`response` text NOT NULL,
	`at` integer NOT NULL
);
