CREATE TABLE `turn_search_due` (
	`turn` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
DROP TRIGGER turn_search_on_insert;
--> statement-breakpoint
DROP TRIGGER turn_search_on_update;
--> statement-breakpoint
DROP TRIGGER turn_search_on_delete;
--> statement-breakpoint
CREATE TRIGGER turn_search_on_insert AFTER INSERT ON turns BEGIN
	INSERT INTO turn_search_due (turn)
	SELECT number * 65536 + new.number FROM call_search_rows WHERE call_id = new.call_id;
END;
--> statement-breakpoint
CREATE TRIGGER turn_search_on_update AFTER UPDATE OF text ON turns WHEN old.text <> new.text BEGIN
	DELETE FROM turn_search WHERE rowid = (SELECT number * 65536 + new.number FROM call_search_rows WHERE call_id = new.call_id);
	INSERT OR IGNORE INTO turn_search_due (turn)
	SELECT number * 65536 + new.number FROM call_search_rows WHERE call_id = new.call_id;
END;
--> statement-breakpoint
CREATE TRIGGER turn_search_on_delete BEFORE DELETE ON turns BEGIN
	DELETE FROM turn_search WHERE rowid = (SELECT number * 65536 + old.number FROM call_search_rows WHERE call_id = old.call_id);
	DELETE FROM turn_search_due WHERE turn = (SELECT number * 65536 + old.number FROM call_search_rows WHERE call_id = old.call_id);
END;
