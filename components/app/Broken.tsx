import { Banner } from "../ui/Banner";
import { Button } from "../ui/Button";
import { useApp } from "./context";

/** Stands in for a screen that failed to draw: says so and offers the way back. What is stored is not touched. */
export function Broken(props: { error: unknown; onReset(): void }) {
  const app = useApp();
  const reason = () => (props.error instanceof Error ? props.error.message : String(props.error));
  return (
    <main>
      <Banner tone="bad" title="This view could not be shown" text={reason()} role="alert">
        <Button
          onClick={() => {
            app.go({ screen: "home" });
            props.onReset();
          }}
        >
          All sessions
        </Button>
      </Banner>
    </main>
  );
}
