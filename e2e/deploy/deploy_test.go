// Package deploy holds the files of the folder deploy against what reads them: the loader of compose files, the types of Kubernetes,
// and systemd. It is a module of its own, so that those stay out of ours.
package deploy

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/kubernetes/scheme"
)

const folder = "../../deploy"

func TestComposeFileIsOneThatComposeReads(t *testing.T) {
	options, err := cli.NewProjectOptions([]string{filepath.Join(folder, "compose.yaml")},
		cli.WithEnv([]string{"SITE=kembar.example", "DB_PASSWORD=uji"}), cli.WithInterpolation(true), cli.WithResolvedPaths(true))
	if err != nil {
		t.Fatal(err)
	}
	project, err := options.LoadProject(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	node, err := project.GetService("node")
	if err != nil || node.Deploy == nil || node.Deploy.Replicas == nil || *node.Deploy.Replicas < 2 {
		t.Errorf("of nodes there are %+v, %v", node.Deploy, err)
	}
	if at := node.Build; at == nil || !exists(filepath.Join(at.Context, at.Dockerfile)) {
		t.Errorf("a node is built from %+v", at)
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func TestManifestsHoldNothingThatKubernetesDoesNotKnow(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(folder, "kubernetes.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	strict := serializer.NewCodecFactory(scheme.Scheme, serializer.EnableStrict).UniversalDeserializer()
	kinds := map[string]bool{}
	for parts := utilyaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(data))); ; {
		part, err := parts.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		_, kind, err := strict.Decode(part, nil, nil)
		if err != nil {
			t.Errorf("%v: %v", kind, err)
			continue
		}
		kinds[kind.Kind] = true
	}
	for _, kind := range []string{"Job", "Deployment", "Service", "PodDisruptionBudget", "Ingress"} {
		if !kinds[kind] {
			t.Errorf("there is no %s", kind)
		}
	}
	if _, _, err := strict.Decode([]byte("apiVersion: v1\nkind: Service\nmetadata: {naem: x}\n"), nil, nil); !runtime.IsStrictDecodingError(err) {
		t.Errorf("a word that nobody knows passes: %v", err)
	}
}

func TestUnitIsOneThatSystemdTakes(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd is not here")
	}
	unit, err := os.ReadFile(filepath.Join(folder, "kotakembar.service"))
	if err != nil {
		t.Fatal(err)
	}
	there, err := os.Executable() // systemd asks whether the program is there
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "kotakembar.service")
	err = os.WriteFile(copied, []byte(strings.Replace(string(unit), "/usr/local/bin/kotakembar", there, 1)), 0o644)
	if err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(analyze, "verify", "--man=no", copied).CombinedOutput(); err != nil || bytes.Contains(said, []byte("kotakembar.service")) {
		t.Errorf("%v: %s", err, said)
	}
}
