CREATE TABLE `call_agents` (
	`agent_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`call_id` text NOT NULL,
	PRIMARY KEY(`agent_id`, `started_at`, `call_id`)
);
--> statement-breakpoint
CREATE INDEX `call_agents_by_call` ON `call_agents` (`call_id`);--> statement-breakpoint
CREATE TABLE `call_search_rows` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`call_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_search_rows_callId_unique` ON `call_search_rows` (`call_id`);--> statement-breakpoint
CREATE TABLE `report_calls` (
	`call_id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`agent_id` text,
	`campaign_id` text,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `report_calls_by_campaign` ON `report_calls` (`campaign_id`,`agent_id`,`day`);--> statement-breakpoint
CREATE TABLE `report_cells` (
	`slice` text NOT NULL,
	`part` text NOT NULL,
	`day` text NOT NULL,
	`count` integer NOT NULL,
	`answered` integer NOT NULL,
	`past_reception` integer NOT NULL,
	`handed_over` integer NOT NULL,
	`succeeded` integer NOT NULL,
	`successes` integer NOT NULL,
	`result_success` integer NOT NULL,
	`result_absent` integer NOT NULL,
	`result_rejected` integer NOT NULL,
	`result_follow_up` integer NOT NULL,
	`result_failed` integer NOT NULL,
	`wanted` integer NOT NULL,
	`met` integer NOT NULL,
	`prompt` integer NOT NULL,
	`wait_ms` integer NOT NULL,
	`duration_seconds` integer NOT NULL,
	PRIMARY KEY(`slice`, `part`, `day`)
);
--> statement-breakpoint
CREATE TABLE `report_due` (
	`call_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_zone` (
	`id` integer PRIMARY KEY NOT NULL,
	`zone` text NOT NULL
);
--> statement-breakpoint
DROP INDEX `calls_by_start`;--> statement-breakpoint
DROP INDEX `calls_by_owner`;--> statement-breakpoint
DROP INDEX `calls_by_customer`;--> statement-breakpoint
CREATE INDEX `calls_by_result` ON `calls` (`result`,`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `calls_by_status` ON `calls` (`status`,`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `calls_by_start` ON `calls` (`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `calls_by_owner` ON `calls` (`owner_id`,`started_at`,`id`);--> statement-breakpoint
CREATE INDEX `calls_by_customer` ON `calls` (`customer_id`,`started_at`,`id`);--> statement-breakpoint
ALTER TABLE `turns` ADD `stage` text;
--> statement-breakpoint
CREATE VIRTUAL TABLE turn_search USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
--> statement-breakpoint
INSERT INTO call_search_rows (call_id) SELECT id FROM calls ORDER BY started_at, id;
--> statement-breakpoint
INSERT INTO turn_search (rowid, words)
SELECT rows.number * 65536 + turns.number, search_pairs(turns.text)
FROM call_search_rows rows JOIN turns ON turns.call_id = rows.call_id
ORDER BY rows.number, turns.number;
--> statement-breakpoint
INSERT INTO call_agents (agent_id, started_at, call_id)
SELECT owner_id, started_at, id FROM calls WHERE owner_id IS NOT NULL
UNION
SELECT legs.agent_id, calls.started_at, calls.id FROM legs JOIN calls ON calls.id = legs.call_id WHERE legs.agent_id IS NOT NULL;
--> statement-breakpoint
INSERT INTO report_due (call_id) SELECT id FROM calls WHERE ended_at IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER calls_are_numbered AFTER INSERT ON calls BEGIN
	INSERT INTO call_search_rows (call_id) VALUES (new.id);
END;
--> statement-breakpoint
CREATE TRIGGER turn_search_on_insert AFTER INSERT ON turns BEGIN
	INSERT INTO turn_search (rowid, words)
	SELECT number * 65536 + new.number, search_pairs(new.text) FROM call_search_rows WHERE call_id = new.call_id;
END;
--> statement-breakpoint
CREATE TRIGGER turn_search_on_update AFTER UPDATE OF text ON turns WHEN old.text <> new.text BEGIN
	DELETE FROM turn_search WHERE rowid = (SELECT number * 65536 + new.number FROM call_search_rows WHERE call_id = new.call_id);
	INSERT INTO turn_search (rowid, words)
	SELECT number * 65536 + new.number, search_pairs(new.text) FROM call_search_rows WHERE call_id = new.call_id;
END;
--> statement-breakpoint
CREATE TRIGGER turn_search_on_delete BEFORE DELETE ON turns BEGIN
	DELETE FROM turn_search WHERE rowid = (SELECT number * 65536 + old.number FROM call_search_rows WHERE call_id = old.call_id);
END;
--> statement-breakpoint
CREATE TRIGGER call_agents_on_call AFTER INSERT ON calls WHEN new.owner_id IS NOT NULL BEGIN
	INSERT OR IGNORE INTO call_agents (agent_id, started_at, call_id) VALUES (new.owner_id, new.started_at, new.id);
END;
--> statement-breakpoint
CREATE TRIGGER call_agents_on_owner AFTER UPDATE OF owner_id ON calls WHEN old.owner_id IS NOT new.owner_id BEGIN
	DELETE FROM call_agents WHERE call_id = new.id AND agent_id = old.owner_id
		AND NOT EXISTS (SELECT 1 FROM legs WHERE legs.call_id = new.id AND legs.agent_id = old.owner_id);
	INSERT OR IGNORE INTO call_agents (agent_id, started_at, call_id)
	SELECT new.owner_id, new.started_at, new.id WHERE new.owner_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER call_agents_on_leg AFTER INSERT ON legs WHEN new.agent_id IS NOT NULL BEGIN
	INSERT OR IGNORE INTO call_agents (agent_id, started_at, call_id)
	SELECT new.agent_id, started_at, id FROM calls WHERE id = new.call_id;
END;
--> statement-breakpoint
CREATE TRIGGER call_agents_on_leg_taken AFTER UPDATE OF agent_id ON legs WHEN old.agent_id IS NOT new.agent_id BEGIN
	DELETE FROM call_agents WHERE call_id = new.call_id AND agent_id = old.agent_id
		AND NOT EXISTS (SELECT 1 FROM legs WHERE legs.call_id = new.call_id AND legs.agent_id = old.agent_id)
		AND NOT EXISTS (SELECT 1 FROM calls WHERE id = new.call_id AND owner_id = old.agent_id);
	INSERT OR IGNORE INTO call_agents (agent_id, started_at, call_id)
	SELECT new.agent_id, started_at, id FROM calls WHERE id = new.call_id AND new.agent_id IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER report_due_on_call AFTER INSERT ON calls WHEN new.ended_at IS NOT NULL BEGIN
	INSERT OR IGNORE INTO report_due (call_id) VALUES (new.id);
END;
--> statement-breakpoint
CREATE TRIGGER report_due_on_change AFTER UPDATE ON calls WHEN new.ended_at IS NOT NULL BEGIN
	INSERT OR IGNORE INTO report_due (call_id) VALUES (new.id);
END;
--> statement-breakpoint
CREATE TRIGGER report_due_on_turn AFTER INSERT ON turns BEGIN
	INSERT OR IGNORE INTO report_due (call_id) SELECT id FROM calls WHERE id = new.call_id AND ended_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER report_due_on_turn_change AFTER UPDATE ON turns BEGIN
	INSERT OR IGNORE INTO report_due (call_id) SELECT id FROM calls WHERE id = new.call_id AND ended_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER report_due_on_leg AFTER INSERT ON legs BEGIN
	INSERT OR IGNORE INTO report_due (call_id) SELECT id FROM calls WHERE id = new.call_id AND ended_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER report_due_on_leg_change AFTER UPDATE ON legs BEGIN
	INSERT OR IGNORE INTO report_due (call_id) SELECT id FROM calls WHERE id = new.call_id AND ended_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER report_due_on_handoff AFTER INSERT ON handoffs BEGIN
	INSERT OR IGNORE INTO report_due (call_id) SELECT id FROM calls WHERE id = new.call_id AND ended_at IS NOT NULL;
END;
--> statement-breakpoint
CREATE TRIGGER report_due_on_handoff_change AFTER UPDATE ON handoffs BEGIN
	INSERT OR IGNORE INTO report_due (call_id) SELECT id FROM calls WHERE id = new.call_id AND ended_at IS NOT NULL;
END;
