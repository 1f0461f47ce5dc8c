CREATE VIRTUAL TABLE customer_search USING fts5(words, numbers, content='', contentless_delete=1, tokenize='ascii', prefix='4');
--> statement-breakpoint
CREATE VIEW customer_search_texts AS
SELECT
	rows.number AS number,
	customers.id AS customer_id,
	search_pairs(customers.company || char(10) || coalesce(customers.company_kana, '') || char(10) || coalesce(customers.person, '')) AS words,
	search_pairs(replace(customers.phone_number || coalesce((SELECT char(10) || group_concat(further.phone_number, char(10)) FROM customer_numbers further WHERE further.customer_id = customers.id), ''), '+', '')) AS numbers
FROM customers
JOIN customer_search_rows rows ON rows.customer_id = customers.id;
--> statement-breakpoint
INSERT INTO customer_search_rows (customer_id) SELECT id FROM customers;
--> statement-breakpoint
INSERT INTO customer_search (rowid, words, numbers) SELECT number, words, numbers FROM customer_search_texts;
--> statement-breakpoint
CREATE TRIGGER customer_search_on_insert AFTER INSERT ON customers BEGIN
	INSERT INTO customer_search_rows (customer_id) VALUES (new.id);
	INSERT INTO customer_search (rowid, words, numbers) SELECT number, words, numbers FROM customer_search_texts WHERE customer_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER customer_search_on_update AFTER UPDATE OF company, company_kana, person, phone_number ON customers BEGIN
	DELETE FROM customer_search WHERE rowid = (SELECT number FROM customer_search_rows WHERE customer_id = new.id);
	INSERT INTO customer_search (rowid, words, numbers) SELECT number, words, numbers FROM customer_search_texts WHERE customer_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER customer_search_on_delete BEFORE DELETE ON customers BEGIN
	DELETE FROM customer_search WHERE rowid = (SELECT number FROM customer_search_rows WHERE customer_id = old.id);
	DELETE FROM customer_search_rows WHERE customer_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER customer_search_on_number_insert AFTER INSERT ON customer_numbers BEGIN
	DELETE FROM customer_search WHERE rowid = (SELECT number FROM customer_search_rows WHERE customer_id = new.customer_id);
	INSERT INTO customer_search (rowid, words, numbers) SELECT number, words, numbers FROM customer_search_texts WHERE customer_id = new.customer_id;
END;
--> statement-breakpoint
CREATE TRIGGER customer_search_on_number_delete AFTER DELETE ON customer_numbers BEGIN
	DELETE FROM customer_search WHERE rowid = (SELECT number FROM customer_search_rows WHERE customer_id = old.customer_id);
	INSERT INTO customer_search (rowid, words, numbers) SELECT number, words, numbers FROM customer_search_texts WHERE customer_id = old.customer_id;
END;
