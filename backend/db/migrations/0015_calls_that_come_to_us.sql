DROP INDEX `calls_one_open_a_customer`;--> statement-breakpoint
ALTER TABLE `calls` ADD `direction` text DEFAULT 'outbound' NOT NULL;--> statement-breakpoint
ALTER TABLE `calls` ADD `speaks_for` text REFERENCES user(id);--> statement-breakpoint
ALTER TABLE `calls` ADD `previous_call_id` text;--> statement-breakpoint
CREATE INDEX `calls_by_number` ON `calls` (`phone_number`,`started_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `calls_one_open_a_customer` ON `calls` (`customer_id`) WHERE ended_at is null and direction = 'outbound';