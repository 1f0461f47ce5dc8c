CREATE TABLE `campaign_call_sums` (
	`campaign_id` text NOT NULL,
	`outcome` text NOT NULL,
	`calls` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `outcome`)
);
--> statement-breakpoint
CREATE TABLE `campaign_member_sums` (
	`campaign_id` text NOT NULL,
	`state` text NOT NULL,
	`skipped_for` text NOT NULL,
	`customers` integer NOT NULL,
	`calls` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `state`, `skipped_for`)
);
--> statement-breakpoint
CREATE INDEX `campaign_members_by_customer` ON `campaign_members` (`customer_id`);--> statement-breakpoint
CREATE INDEX `customer_import_rows_by_customer` ON `customer_import_rows` (`customer_id`) WHERE customer_id is not null;--> statement-breakpoint
ALTER TABLE `campaigns` DROP COLUMN `time_zones`;
--> statement-breakpoint
INSERT INTO campaign_member_sums (campaign_id, state, skipped_for, customers, calls)
SELECT members.campaign_id, members.state, CASE members.state WHEN 'skipped' THEN coalesce(members.reason, '') ELSE '' END, count(*), sum(members.attempts)
FROM campaign_members members GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT INTO campaign_call_sums (campaign_id, outcome, calls)
SELECT campaign_id, outcome, count(*) FROM (SELECT calls.campaign_id, CASE WHEN calls.campaign_id IS NULL OR calls.result_reason IN ('number-blocked', 'outside-calling-hours', 'campaign-held') THEN NULL WHEN calls.ended_at IS NULL THEN 'open' ELSE coalesce(calls.result, 'none') END AS outcome FROM calls WHERE calls.campaign_id IS NOT NULL)
WHERE outcome IS NOT NULL GROUP BY 1, 2;
--> statement-breakpoint
CREATE TRIGGER campaign_member_sums_on_insert AFTER INSERT ON campaign_members BEGIN
	INSERT INTO campaign_member_sums (campaign_id, state, skipped_for, customers, calls)
	VALUES (new.campaign_id, new.state, CASE new.state WHEN 'skipped' THEN coalesce(new.reason, '') ELSE '' END, 1, new.attempts)
	ON CONFLICT DO UPDATE SET customers = customers + 1, calls = calls + excluded.calls;
END;
--> statement-breakpoint
CREATE TRIGGER campaign_member_sums_on_change AFTER UPDATE OF state, reason, attempts ON campaign_members BEGIN
	UPDATE campaign_member_sums SET customers = customers - 1, calls = calls - old.attempts
	WHERE campaign_id = old.campaign_id AND state = old.state AND skipped_for = CASE old.state WHEN 'skipped' THEN coalesce(old.reason, '') ELSE '' END;
	INSERT INTO campaign_member_sums (campaign_id, state, skipped_for, customers, calls)
	VALUES (new.campaign_id, new.state, CASE new.state WHEN 'skipped' THEN coalesce(new.reason, '') ELSE '' END, 1, new.attempts)
	ON CONFLICT DO UPDATE SET customers = customers + 1, calls = calls + excluded.calls;
END;
--> statement-breakpoint
CREATE TRIGGER campaign_member_sums_on_delete AFTER DELETE ON campaign_members BEGIN
	UPDATE campaign_member_sums SET customers = customers - 1, calls = calls - old.attempts
	WHERE campaign_id = old.campaign_id AND state = old.state AND skipped_for = CASE old.state WHEN 'skipped' THEN coalesce(old.reason, '') ELSE '' END;
END;
--> statement-breakpoint
CREATE TRIGGER campaign_sums_on_campaign_delete AFTER DELETE ON campaigns BEGIN
	DELETE FROM campaign_member_sums WHERE campaign_id = old.id;
	DELETE FROM campaign_call_sums WHERE campaign_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER campaign_call_sums_on_insert AFTER INSERT ON calls WHEN new.campaign_id IS NOT NULL BEGIN
	INSERT INTO campaign_call_sums (campaign_id, outcome, calls)
	SELECT new.campaign_id, outcome, 1 FROM (SELECT CASE WHEN new.campaign_id IS NULL OR new.result_reason IN ('number-blocked', 'outside-calling-hours', 'campaign-held') THEN NULL WHEN new.ended_at IS NULL THEN 'open' ELSE coalesce(new.result, 'none') END AS outcome) WHERE outcome IS NOT NULL
	ON CONFLICT DO UPDATE SET calls = calls + 1;
END;
--> statement-breakpoint
CREATE TRIGGER campaign_call_sums_on_change AFTER UPDATE OF campaign_id, ended_at, result, result_reason ON calls WHEN old.campaign_id IS NOT NULL OR new.campaign_id IS NOT NULL BEGIN
	UPDATE campaign_call_sums SET calls = calls - 1
	WHERE campaign_id = old.campaign_id AND outcome = CASE WHEN old.campaign_id IS NULL OR old.result_reason IN ('number-blocked', 'outside-calling-hours', 'campaign-held') THEN NULL WHEN old.ended_at IS NULL THEN 'open' ELSE coalesce(old.result, 'none') END;
	INSERT INTO campaign_call_sums (campaign_id, outcome, calls)
	SELECT new.campaign_id, outcome, 1 FROM (SELECT CASE WHEN new.campaign_id IS NULL OR new.result_reason IN ('number-blocked', 'outside-calling-hours', 'campaign-held') THEN NULL WHEN new.ended_at IS NULL THEN 'open' ELSE coalesce(new.result, 'none') END AS outcome) WHERE outcome IS NOT NULL
	ON CONFLICT DO UPDATE SET calls = calls + 1;
END;
--> statement-breakpoint
CREATE TRIGGER campaign_call_sums_on_delete AFTER DELETE ON calls WHEN old.campaign_id IS NOT NULL BEGIN
	UPDATE campaign_call_sums SET calls = calls - 1
	WHERE campaign_id = old.campaign_id AND outcome = CASE WHEN old.campaign_id IS NULL OR old.result_reason IN ('number-blocked', 'outside-calling-hours', 'campaign-held') THEN NULL WHEN old.ended_at IS NULL THEN 'open' ELSE coalesce(old.result, 'none') END;
END;
--> statement-breakpoint
CREATE TRIGGER campaign_members_follow_zone AFTER UPDATE OF time_zone ON customers WHEN old.time_zone <> new.time_zone BEGIN
	UPDATE campaign_members SET time_zone = new.time_zone,
		next_attempt_at = CASE reason WHEN 'outside-calling-hours' THEN NULL ELSE next_attempt_at END
	WHERE customer_id = new.id AND state IN ('pending', 'dialling');
END;
