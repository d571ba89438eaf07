"""The rules of relations, one question a module; each looks at two claims on one matter."""
