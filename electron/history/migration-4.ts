/**
 * How many cases each world has, kept with the writes like what they can be filtered by: a list without filters says how many
 * there are, and counting a hundred thousand for that takes longer than the page itself.
 */
export const VERSION_4 = `
INSERT INTO case_values (practice, field, value, cases)
  SELECT practice, 'all', '', count(*) FROM cases GROUP BY practice;
CREATE TRIGGER cases_counted AFTER INSERT ON cases BEGIN
  INSERT INTO case_values (practice, field, value, cases) VALUES (new.practice, 'all', '', 1)
    ON CONFLICT (practice, field, value) DO UPDATE SET cases = cases + 1;
END;
CREATE TRIGGER cases_uncounted AFTER DELETE ON cases BEGIN
  UPDATE case_values SET cases = cases - 1 WHERE practice = old.practice AND field = 'all';
  DELETE FROM case_values WHERE cases < 1;
END;
`
