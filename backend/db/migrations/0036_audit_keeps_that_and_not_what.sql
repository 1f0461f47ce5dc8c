DROP TRIGGER audit_is_not_updated;
--> statement-breakpoint
CREATE TRIGGER audit_is_not_updated BEFORE UPDATE ON audit
WHEN NOT (
  NEW.id IS OLD.id AND NEW.at IS OLD.at AND NEW.actor_id IS OLD.actor_id AND NEW.origin IS OLD.origin
  AND NEW.subject IS OLD.subject AND NEW.action IS OLD.action
  AND (NEW.subject_id IS OLD.subject_id OR (OLD.subject = 'phone-number' AND NEW.subject_id = 'erased'))
  AND (NEW.before IS OLD.before OR NEW.before = '{"erased":true}')
  AND (NEW.after IS OLD.after OR NEW.after = '{"erased":true}')
)
BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;
