CREATE TABLE `customer_numbers` (
	`customer_id` text NOT NULL,
	`phone_number` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `phone_number`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `customer_numbers_by_number` ON `customer_numbers` (`phone_number`);--> statement-breakpoint
CREATE TABLE `customer_search_rows` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_search_rows_customerId_unique` ON `customer_search_rows` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customer_tags` (
	`tag` text NOT NULL,
	`customer_id` text NOT NULL,
	PRIMARY KEY(`tag`, `customer_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `customer_tags_by_customer` ON `customer_tags` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customer_views` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `customer_views_by_agent` ON `customer_views` (`agent_id`);--> statement-breakpoint
CREATE TABLE `customer_import_rows` (
	`import_id` text NOT NULL,
	`row` integer NOT NULL,
	`outcome` text NOT NULL,
	`customer_id` text,
	`company` text NOT NULL,
	`problems` text NOT NULL,
	`before` text,
	`version` integer,
	PRIMARY KEY(`import_id`, `row`),
	FOREIGN KEY (`import_id`) REFERENCES `customer_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `customer_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`state` text NOT NULL,
	`analysis` text,
	`settings` text,
	`counts` text NOT NULL,
	`failure` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`agent_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
DROP INDEX `customers_by_company`;--> statement-breakpoint
ALTER TABLE `customers` ADD `reading` text GENERATED ALWAYS AS (coalesce(company_kana, company)) VIRTUAL;--> statement-breakpoint
ALTER TABLE `customers` ADD `email` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `web_form` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `address` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `industry` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `best_time` text;--> statement-breakpoint
ALTER TABLE `customers` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `customers_by_reading` ON `customers` (`reading`,`id`,`owner_id`,`status`);--> statement-breakpoint
CREATE INDEX `customers_by_status` ON `customers` (`status`,`reading`,`id`,`owner_id`);--> statement-breakpoint
CREATE INDEX `customers_by_creation` ON `customers` (`created_at`,`id`,`owner_id`,`status`);--> statement-breakpoint
CREATE INDEX `customers_by_change` ON `customers` (`updated_at`,`id`,`owner_id`,`status`);--> statement-breakpoint
ALTER TABLE `audit` ADD `origin` text;--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit` (`actor_id`);--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`at`);--> statement-breakpoint
ALTER TABLE `do_not_call` ADD `source` text DEFAULT 'call' NOT NULL;--> statement-breakpoint
ALTER TABLE `do_not_call` ADD `note` text DEFAULT '' NOT NULL;